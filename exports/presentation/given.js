// Where pictures come from: the page itself, or the server, which draws each as it is asked for.

export const given = (data) => (data.pictures ? within(data) : fetched(data));

// shapes: boundaries by the address that figures name them by, each once.
function within({ pictures, shapes }) {
  const filled = (picture) => ({
    ...picture,
    figure: picture.figure && {
      ...picture.figure,
      data: picture.figure.data.map((trace) => (trace.geojson ? { ...trace, geojson: shapes[trace.geojson] } : trace)),
    },
  });
  return { picture: async (n, { theme }) => filled(pictures[theme][n]), forget() {} };
}

// Raises an Error whose message is what the server said, empty where it said nothing.
function fetched({ address, lang, version }) {
  const known = new Map();

  function picture(n, { set, theme, changes }) {
    const asked = new URLSearchParams({ set, picture: n + 1, lang, version, theme, ...changes });
    const key = String(asked);
    if (!known.has(key)) known.set(key, answered(`${address}?${key}`).catch((error) => (known.delete(key), Promise.reject(error))));
    return known.get(key);
  }
  return { picture, forget: () => known.clear() };
}

async function answered(address) {
  let answer;
  try {
    answer = await fetch(address);
  } catch {
    throw new Error("");
  }
  const told = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(told.detail ?? String(answer.status));
  return told;
}
