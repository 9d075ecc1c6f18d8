PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

# Of hundreds of modules the tests start many processes; what was compiled once serves them all.
unexport PYTHONDONTWRITEBYTECODE

# Those that drive a browser are collected from where they are, which leaves out the imports of all others. The probe comes
# first: it runs a loop of its own, which the others leave running until the end.
IN_BROWSER := -m browser tests/benchmarks/test_probe.py tests/browser

.PHONY: run serve test check-long deploy-check lint lock bom screenshots snapshot refresh clean

run: $(VENV)/run ## the app at http://localhost:8501
	$(BIN)/streamlit run app.py

serve: $(VENV)/run ## the same, by as many processes as there are cores; needs nginx
	$(BIN)/python -m server.several

test: lint ## what must hold, of long matrices a part
	$(BIN)/pytest -n 2 --dist worksteal -m "not browser"
	$(BIN)/pytest -n 2 --dist worksteal $(IN_BROWSER)

check-long: lint ## all of it, examples by a new seed that it tells
	$(BIN)/pytest -n 2 --dist worksteal -m "not browser" --long
	$(BIN)/pytest -n 2 --dist worksteal $(IN_BROWSER) --long

deploy-check: $(VENV)/dev ## what can be checked of deploy/, two processes behind nginx among it; what is missing is told
	$(BIN)/pytest -rs --long tests/deploy tests/server/test_several.py

lint: $(VENV)/dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy -n 2
	$(BIN)/lint-imports

refresh: $(VENV)/run ## new figures into the store; MIRROR=BASE asks a mirror
	$(BIN)/python -m data.refresh $(if $(MIRROR),--mirror $(MIRROR))

# The snapshot is what a fresh clone shows. It is built by the refresh itself, into an empty store.
snapshot: $(VENV)/run
	rm -rf var/snapshot
	INDICATORS_STORE=var/snapshot $(BIN)/python -m data.refresh --snapshot $(if $(MIRROR),--mirror $(MIRROR))

lock: var/tools ## the newest versions that requirements allow, with their hashes, for deployments
	var/tools/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-annotate \
		--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
		requirements-login.txt --output-file requirements.lock

bom: var/tools ## what the lock installs, as a bill of materials (CycloneDX)
	var/tools/bin/cyclonedx-py requirements requirements.lock --pyproject pyproject.toml --output-reproducible \
		--output-file var/bom.json

# Tools that no run and no test needs.
var/tools:
	$(PYTHON) -m venv $@
	$@/bin/pip install --quiet "uv>=0.13,<1" "cyclonedx-bom>=7.5,<8"

screenshots: $(VENV)/dev ## the pictures of the documents, needs Chromium
	$(BIN)/python -m benchmarks.screenshots

$(VENV)/run: requirements.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --requirement requirements.txt
	touch $@

$(VENV)/dev: requirements.txt requirements-login.txt requirements-dev.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --requirement requirements-dev.txt
	touch $@ $(VENV)/run

clean:
	rm -rf $(VENV) var
