// Builds the front end into web/dist: names carry a digest of their content, .br and .gz lie beside what compresses, manifest.json says
// which name is which. Fails when a budget is exceeded. Run by `npm run build`.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import path from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const web = path.dirname(fileURLToPath(import.meta.url))
const root = path.dirname(web)
const modules = path.join(root, 'node_modules')
const dist = path.join(web, 'dist')
const fresh = path.join(web, 'dist.new')

const KB = 1024
const BUDGETS = { 'app.css': 25 * KB, 'app.js': 40 * KB, 'map.js': 300 * KB, 'map-worker.js': 140 * KB }  // compressed
const TARGET = ['chrome111', 'firefox115', 'safari16.4']

const manifest = {}

function emit(name, content) {
  const bytes = Buffer.from(content)
  const { name: stem, ext } = path.parse(name)
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
  const built = `${stem}-${digest}${ext}`
  manifest[name] = built
  writeFileSync(path.join(fresh, built), bytes)
  if (ext === '.woff2' || ext === '.webp' || ext === '.png' || ext === '.md') return built
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } })
  writeFileSync(path.join(fresh, built + '.br'), brotli)
  writeFileSync(path.join(fresh, built + '.gz'), gzipSync(bytes, { level: 9 }))
  const budget = BUDGETS[name]
  if (budget && brotli.length > budget) throw new Error(`${name}: ${brotli.length} bytes compressed, budget ${budget}`)
  console.log(`${built}  ${bytes.length} → ${brotli.length} bytes`)
  return built
}

// The sprite: one <symbol> for each icon that ui/icon.hpp lists, and those we drew ourselves.
function sprite() {
  const header = readFileSync(path.join(root, 'src/ui/icon.hpp'), 'utf8')
  const list = header.match(/icon_names\[\] = \{([^}]*)\}/)?.[1]
  if (!list) throw new Error('src/ui/icon.hpp: the list of icons is not where it was')
  const symbols = [...list.matchAll(/"([a-z0-9-]+)"/g)].map(([, name]) => {
    const svg = readFileSync(path.join(modules, 'lucide-static/icons', `${name}.svg`), 'utf8')
    const inside = svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>')).replace(/\s+/g, ' ').replace(/ \/>/g, '/>').trim()
    return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${inside}</symbol>`
  })
  const ours = readFileSync(path.join(web, 'art/symbols.svg'), 'utf8')
  const drawn = ours.slice(ours.indexOf('<symbol'), ours.lastIndexOf('</svg>')).replace(/\n\s*/g, '')
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}${drawn}</svg>`
}

// Turbo's progress bar writes its own <style>, which our Content-Security-Policy forbids: web/css/feedback.css draws it instead.
const turboWithoutInlineStyle = {
  name: 'turbo-without-inline-style',
  setup(bundle) {
    bundle.onLoad({ filter: /turbo\.es2017-esm\.js$/ }, ({ path: file }) => {
      const source = readFileSync(file, 'utf8')
      const line = '    this.installStylesheetElement();\n'
      if (source.split(line).length !== 2) throw new Error('Turbo no longer installs its style where it did: look at ProgressBar')
      return { contents: source.replace(line, ''), loader: 'js' }
    })
  },
}

const builtNames = {
  name: 'built-names',
  setup(bundle) {
    bundle.onResolve({ filter: /^built:/ }, ({ path: name }) => {
      const built = manifest[name.slice('built:'.length)]
      if (!built) throw new Error(`${name} is not built yet`)
      return { path: `/static/${built}`, external: true }
    })
  },
}

async function bundle(entry, options) {
  const { outputFiles } = await build({ entryPoints: [path.join(web, entry)], bundle: true, minify: true, write: false, target: TARGET, logLevel: 'warning', nodePaths: [modules], ...options })
  return outputFiles[0].contents
}

rmSync(fresh, { recursive: true, force: true })
mkdirSync(fresh, { recursive: true })
emit('display.woff2', readFileSync(path.join(modules, '@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2')))
emit('icons.svg', sprite())
emit('favicon.svg', readFileSync(path.join(web, 'art/favicon.svg')))
emit('touch_icon.png', readFileSync(path.join(web, 'art/touch_icon.png')))
emit('push_worker.js', await bundle('worker/push_worker.ts', { format: 'iife' }))
emit('app.css', await bundle('app.css', { plugins: [builtNames] }))
emit('app.js', await bundle('app.ts', { format: 'esm', plugins: [turboWithoutInlineStyle] }))
// Loaded by the pages that show a map, when they show it. MapLibre's worker is a file of ours, as the Content-Security-Policy wants it.
emit('map-worker.js', await bundle('../node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs', { format: 'esm' }))
emit('map.js', await bundle('map.ts', { format: 'esm', define: { MAP_WORKER: JSON.stringify(`/static/${manifest['map-worker.js']}`) } }))
// The mode d'emploi, which the server cuts into pages (src/manual): its pictures are Markdown's own there, by their built names.
const docs = path.join(root, 'docs')
for (const name of readdirSync(path.join(docs, 'pictures'))) emit(name, readFileSync(path.join(docs, 'pictures', name)))
emit('mode-d-emploi.md', readFileSync(path.join(docs, 'mode-d-emploi.md'), 'utf8').replace(/<img src="pictures\/([^"]+)" alt="([^"]+)"[^>]*>/g, (_, name, words) => `![${words}](/static/${manifest[name]})`))
writeFileSync(path.join(fresh, 'manifest.json'), JSON.stringify(manifest, null, 1) + '\n')
rmSync(dist, { recursive: true, force: true })
renameSync(fresh, dist)
