// MathJax's side of compare.sh: sets each formula, writes pages with ours on the left, prints box sizes and ratios.
const fs = require("fs");
const { mathjax } = require("mathjax-full/js/mathjax.js");
const { TeX } = require("mathjax-full/js/input/tex.js");
const { SVG } = require("mathjax-full/js/output/svg.js");
const { liteAdaptor } = require("mathjax-full/js/adaptors/liteAdaptor.js");
const { RegisterHTMLHandler } = require("mathjax-full/js/handlers/html.js");
const { AllPackages } = require("mathjax-full/js/input/tex/AllPackages.js");

const [file, out] = process.argv.slice(2);
const adaptor = liteAdaptor();
RegisterHTMLHandler(adaptor);
const packages = AllPackages.filter((name) => name !== "colorv2");
const page = mathjax.document("", { InputJax: new TeX({ packages }), OutputJax: new SVG({ fontCache: "none" }) });

const formulas = fs.readFileSync(file, "utf8").split("\n").filter((line) => line && !line.startsWith("#"));
const ours = fs.readFileSync(`${out}/ours.tsv`, "utf8").trim().split("\n").map((row) => row.split("\t").map(Number));
const inner = (svg) => svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>"));

const size = 20, perPage = 20, column = 560;
const ratios = { width: [], height: [] };
let rows = "", y = 20, count = 0, pages = 0;
const flush = () => {
    if (!rows) return;
    const body = `<rect width="100%" height="100%" fill="#0d0f13"/>${rows}`;
    fs.writeFileSync(`${out}/page_${++pages}.svg`,
        `<svg xmlns="http://www.w3.org/2000/svg" width="${2 * column + 60}" height="${y}">${body}</svg>`);
    rows = "";
    y = 20;
};
console.log(" no   width  ascent descent | MathJax width  ascent descent | ratio width height");
formulas.forEach((tex, i) => {
    const html = adaptor.innerHTML(page.convert(tex, { display: true, em: size, ex: size * 0.442 }));
    const box = html.match(/viewBox="([^"]*)"/)[1].split(" ").map((v) => Number(v) / 1000);
    const [, width, ascent, descent] = ours[i];
    const theirs = { width: box[2], ascent: -box[1], descent: box[3] + box[1] };
    const ratio = [width / theirs.width, (ascent + descent) / box[3]];
    ratios.width.push(ratio[0]);
    ratios.height.push(ratio[1]);
    const cells = [width, ascent, descent, theirs.width, theirs.ascent, theirs.descent, ...ratio].map((v) => v.toFixed(3).padStart(7));
    console.log(`${String(i + 1).padStart(3)} ${cells.slice(0, 3).join(" ")} |        ${cells.slice(3, 6).join(" ")} |     ${cells.slice(6).join(" ")}`);
    const up = Math.max(ascent, theirs.ascent) * size, down = Math.max(descent, theirs.descent) * size;
    const ourSvg = fs.readFileSync(`${out}/ours_${i + 1}.svg`, "utf8");
    const base = y + up;
    rows += `<text x="4" y="${base}" font-size="8" fill="#888">${i + 1}</text>`;
    rows += `<g transform="translate(28 ${base})">${inner(ourSvg)}</g>`;
    rows += `<g transform="translate(${column + 40} ${base}) scale(${size / 1000})" color="#f4f2ec" fill="#f4f2ec">${inner(html)}</g>`;
    y = base + down + 16;
    if (++count % perPage === 0) flush();
});
flush();
for (const [name, all] of Object.entries(ratios)) {
    const sorted = [...all].sort((a, b) => a - b);
    const at = (q) => sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))].toFixed(3);
    console.log(`${name}: least ${at(0)}, median ${at(0.5)}, greatest ${at(1)}`);
}
