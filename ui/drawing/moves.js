// Hears of a link or the back button when it moves on within one picture, so that this can be painted at once.
let before = "";
window.navigation?.addEventListener("navigate", () => (before = location.href));

// tell: called with the address's parameters when it says nothing else anew; returns what ends it.
export function onMove(parameters, tell) {
  const heard = () => {
    // Without a browser's word on where it was, the page alone follows.
    if (!before) return;
    const [was, now] = [new URL(before), new URL(location.href)];
    const others = [...now.searchParams.keys(), "version"].filter((key) => !parameters.includes(key));
    // What an address does not say stays as it was, but for the version.
    const same = others.every((key) => was.searchParams.get(key) === now.searchParams.get(key));
    if (same && was.pathname === now.pathname) tell(now.searchParams);
  };
  addEventListener("popstate", heard);
  return () => removeEventListener("popstate", heard);
}
