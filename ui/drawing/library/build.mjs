// Bundles the parts of plotly.js that this product draws with: `npm ci && npm run build` in this folder.
//
// plotly's own `npm run custom-bundle` stands only in its repository, not in its package; this does the same: the core
// and the kinds of traces in traces.json, with the settings of the package's esbuild-config.js. Written are the bundle,
// compressed by brotli as browsers read it, its SHA-256 uncompressed, and the licences of all that is in it.
import { build } from "esbuild";
import { environmentPlugin } from "esbuild-plugin-environment";
import { glsl } from "esbuild-plugin-glsl";
import inlineCss from "esbuild-plugin-inline-css";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

const BUNDLE = "plotly.min.js";
const read = (file) => readFileSync(file, "utf8");
const traces = JSON.parse(read("traces.json"));
const parts = traces.map((name) => `require("plotly.js/lib/${name}")`);

const { outputFiles, metafile } = await build({
  stdin: {
    contents: `const Plotly = require("plotly.js/lib/core");Plotly.register([${parts}]);module.exports = Plotly;`,
    resolveDir: ".",
  },
  format: "iife",
  globalName: "Plotly",
  bundle: true,
  minify: true,
  write: false,
  metafile: true,
  legalComments: "none", // they are in LICENSES.txt
  plugins: [inlineCss(), glsl({ minify: true }), environmentPlugin({ NODE_DEBUG: false })],
  alias: {
    regl: "@plotly/regl",
    stream: "stream-browserify",
    "maplibre-gl/dist/maplibre-gl.css": "./empty.css", // the style of maps with tiles, of which there are none
  },
  define: { global: "window", "define.amd": "false" },
  target: "es2016",
});
const [{ contents }] = outputFiles;
const digest = createHash("sha256").update(contents).digest("hex");
const [output] = Object.values(metafile.outputs);
const inside = Object.entries(output.inputs).filter(([, { bytesInOutput }]) => bytesInOutput);
const packages = new Set(inside.map(([file]) => file.match(/.*node_modules\/(@[^/]+\/)?[^/]+/)?.[0]).filter(Boolean));

function licence(folder) {
  const { name, version, license } = JSON.parse(read(`${folder}/package.json`));
  const [file] = readdirSync(folder).filter((one) => /^licen[cs]e/i.test(one)).sort();
  const told = [`${name} ${version}${license ? ` (${license})` : ""}`, ...(file ? [read(`${folder}/${file}`)] : [])];
  return told.join("\n\n").replaceAll("\r", "").trim();
}

const options = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
writeFileSync(`${BUNDLE}.br`, brotliCompressSync(contents, options));
writeFileSync(`${BUNDLE}.sha256`, `${digest}  ${BUNDLE}\n`);
writeFileSync("LICENSES.txt", `${[...packages].sort().map(licence).join(`\n\n${"-".repeat(80)}\n\n`)}\n`);
console.log(`${BUNDLE}: ${contents.length} bytes, ${packages.size} packages, sha256 ${digest}`);
