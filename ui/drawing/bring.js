// Brings a district's bar into view where many bars scroll; the page itself stays where it is.

export function bring(place, area) {
  const bars = place.data.find(({ ids }) => ids?.includes(area));
  const region = around(place);
  if (!bars || !region) return;
  const { margin } = place.layout;
  const height = place.clientHeight; // its layout says none any more once the library has resized it
  const [count, at] = [bars.ids.length, bars.ids.indexOf(area)];
  const top = place.getBoundingClientRect().top - region.getBoundingClientRect().top;
  const middle = top + margin.t + ((height - margin.t - margin.b) * (at + 0.5)) / count;
  if (middle < margin.t || middle > region.clientHeight) region.scrollTop += middle - region.clientHeight / 2;
}

// What a picture scrolls in.
export function around(place) {
  for (let one = place.parentElement; one && one.dataset.testid !== "stMain"; one = one.parentElement) {
    if (one.scrollHeight > one.clientHeight + 1 && getComputedStyle(one).overflowY === "auto") return one;
  }
}
