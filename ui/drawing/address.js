// The page's address as others reach it: below the public address where the operator has set one.
export function here() {
  const { address } = document.documentElement.dataset;
  const page = location.pathname.split("/").at(-1);
  return new URL(address ? `${address}/${page}${location.search}` : location.href);
}
