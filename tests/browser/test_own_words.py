"""What Streamlit says by itself is in the reader's language, also after the switch and where the line breaks."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_streamlits_english_is_in_the_readers_language(page: Page) -> None:
    page.goto("growth?lang=de&areas=71")
    expect(page.get_by_role("button", name="Altlindenau entfernen")).to_be_visible()
    expect(page.get_by_label("Seiten", exact=True)).to_be_visible()
    page.get_by_role("radio", name="English").press("Enter")
    expect(page.get_by_role("button", name="Remove Altlindenau")).to_be_visible()
    expect(page.get_by_label("Pages", exact=True)).to_be_visible()


def test_a_reader_is_not_told_to_restart_the_server(page: Page) -> None:
    """The dialog is Streamlit's of version 1.67, whose server can't be stopped here without ending all other tests."""
    page.goto("methods?lang=de")
    expect(page.get_by_role("heading", name="Daten und Methoden")).to_be_visible()
    page.evaluate("""() => {
        const dialog = document.createElement("div");
        dialog.innerHTML = "<h2>Connection error</h2><p>Is Streamlit still running? If you accidentally stopped "
            + "Streamlit, just restart it in your terminal:</p><pre><code>streamlit run yourscript.py</code></pre>";
        document.body.append(dialog);
    }""")
    expect(page.get_by_role("heading", name="Keine Verbindung")).to_be_visible()
    expect(page.get_by_text("Der Server ist gerade nicht zu erreichen.")).to_be_visible()
    expect(page.get_by_text("yourscript")).to_be_hidden()
