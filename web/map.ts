// The map of an atlas: a ground from our own tiles, rings of so many kilometres around where one lives, and pins for the very lines of the list beside it.
// A file of its own, since MapLibre weighs more than all the rest.
import { Map as Ground, Marker, setWorkerUrl, type LngLatLike } from 'maplibre-gl'
import { colours, style } from './map/style'
import { zooms } from './map/zooms'
import { boundsOf, countOf, place, together, type Place, type Point } from './map/places'
import { watchTiles } from './map/tiles'

export { drawZone, type Homes, type ZoneDrawing } from './map/zone'

declare const MAP_WORKER: string

/** Without kilometres nobody's home stands in the middle: only the places count. With tiles these are the places, not the spots, and the map begins with those bounds. */
export interface Atlas { canvas: HTMLElement; card: HTMLElement; list: HTMLElement; spots: HTMLElement[]; home: string; kilometres: number; label: string; tiles: string; bounds: string }
export interface Chart { resize(): void; remove(): void }

const DEEPEST = 16
const WHOLE_COUNTRY = 500 // km around its middle
const CLOSE = 12 // zoom for one place alone
const EDGE = { top: 64, bottom: 40, left: 48, right: 48 } // pixels that pins may need around the places

export function draw(atlas: Atlas): Chart {
  setWorkerUrl(MAP_WORKER)
  let places = atlas.tiles ? [] : atlas.spots.map(place)
  const [longitude, latitude] = atlas.home.split(',').map(Number) as [number, number]
  const home: LngLatLike = [longitude, latitude]
  const dress = () => style(colours(), [longitude, latitude], atlas.kilometres, location.origin)
  const map = new Ground({
    container: atlas.canvas, style: dress(), center: home, zoom: CLOSE - 3, maxZoom: DEEPEST, minZoom: 3, attributionControl: false, dragRotate: false, pitchWithRotate: false, touchPitch: false, renderWorldCopies: false,
    locale: { 'Map.Title': atlas.label },
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  const bounds = atlas.tiles && atlas.kilometres === 0 ? cornersOf(atlas.bounds) : boundsOf(places, atlas.kilometres > 0 || places.length === 0 ? [longitude, latitude] : undefined, atlas.kilometres || WHOLE_COUNTRY)
  map.fitBounds(bounds, { padding: EDGE, maxZoom: CLOSE, animate: false })

  if (atlas.kilometres > 0) {
    const dot = document.createElement('span')
    dot.className = 'home-dot'
    new Marker({ element: dot }).setLngLat(home).addTo(map)
  }

  let pins: Marker[] = []
  let lit: Place[] = []

  const light = (chosen: Place[]) => {
    for (const { shown } of lit) shown.classList.remove('lit')
    lit = chosen
    for (const { shown } of chosen) shown.classList.add('lit')
    for (const pin of pins) pin.getElement().classList.toggle('lit', chosen.some(({ id }) => pin.getElement().dataset.spots!.split(' ').includes(id)))
  }

  // When the pointer goes, what has the focus stays lit.
  const leave = () => {
    if (!atlas.card.hidden) return
    const focus = document.activeElement, pin = pins.find((one) => one.getElement() === focus)
    light(places.filter(({ id, shown }) => pin?.getElement().dataset.spots!.split(' ').includes(id) || shown.contains(focus)))
  }

  const later = () => { setTimeout(leave) } // once the focus is where it goes

  const close = () => {
    const inside = atlas.card.contains(document.activeElement)
    const pin = pins.find((pin) => pin.getElement().classList.contains('lit'))
    atlas.card.hidden = true
    atlas.card.replaceChildren()
    light([])
    if (inside) pin?.getElement().focus()
  }

  atlas.canvas.append(zooms(map))

  // What a pin stands for, under the map's edge: words and links of the list's own lines.
  const open = (chosen: Place[]) => {
    const list = document.createElement('ul')
    for (const { line } of chosen) {
      const item = document.createElement('li')
      item.append(...[...line.children].map((part) => part.cloneNode(true)))
      list.append(item)
    }
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'icon-btn'
    button.textContent = '×'
    button.setAttribute('aria-label', 'Fermer')
    button.addEventListener('click', close)
    atlas.card.replaceChildren(button, list)
    atlas.card.hidden = false
    light(chosen)
    chosen[0]!.shown.scrollIntoView({ block: 'nearest' })
    list.querySelector('a')?.focus({ preventScroll: true })
  }

  const press = (chosen: Place[]) => {
    const around = boundsOf(chosen)
    const apart = around[0][0] < around[1][0] || around[0][1] < around[1][1]
    if (apart && map.getZoom() < DEEPEST - 1) map.fitBounds(around, { padding: EDGE, maxZoom: DEEPEST })
    else open(chosen)
  }

  const pin = (group: Place[]): Marker => {
    const button = document.createElement('button'), total = countOf(group), several = total > 1
    button.type = 'button'
    button.className = `pin${group.every(({ lasting }) => lasting) ? ' lasting' : ''}${several ? ' several' : ''}`
    button.dataset.spots = group.map(({ id }) => id).join(' ')
    const names = group.map(({ name }) => name), { name, away, icon } = group[0]!
    button.setAttribute('aria-label', !several ? [name, away].filter(Boolean).join(', ') : names.every(Boolean) ? `${total} ici : ${names.join(', ')}` : `${total} ici`)
    if (several) button.textContent = String(total)
    else button.append(icon!.cloneNode(true))
    button.addEventListener('click', (event) => { event.stopPropagation(); press(group) })
    for (const name of ['mouseenter', 'focus']) button.addEventListener(name, () => { if (atlas.card.hidden) light(group) })
    for (const name of ['mouseleave', 'blur']) button.addEventListener(name, later)
    return new Marker({ element: button, anchor: 'bottom' }).setLngLat(group[0]!.at).addTo(map)
  }

  const arrange = () => {
    const focused = pins.find((one) => one.getElement() === document.activeElement)?.getElement().dataset.spots?.split(' ')[0]
    for (const one of pins) one.remove()
    pins = together(places, (at) => map.project(at)).map(pin)
    light(atlas.card.hidden ? [] : lit)
    if (focused) pins.find((one) => one.getElement().dataset.spots!.split(' ').includes(focused))?.getElement().focus()
  }
  arrange()
  map.on('zoomend', arrange)
  const unwatch = atlas.tiles ? watchTiles(map, atlas.tiles, (found) => { places = found; arrange() }) : () => {}
  map.on('click', close)

  // From the list to the map, and back by Escape.
  const over = ({ target }: Event) => { if (atlas.card.hidden) light(places.filter(({ shown }) => shown.contains(target as Node))) }
  const listeners = [['mouseover', over], ['focusin', over], ['mouseleave', leave], ['focusout', later]] as const
  const key = (event: KeyboardEvent) => { if (event.key === 'Escape' && !atlas.card.hidden) close() }
  for (const [name, listener] of listeners) atlas.list.addEventListener(name, listener)
  atlas.canvas.parentElement!.addEventListener('keydown', key)
  const night = matchMedia('(prefers-color-scheme: dark)')
  const dressAgain = () => map.setStyle(dress())
  night.addEventListener('change', dressAgain)

  return {
    resize: () => map.resize(),
    remove() {
      night.removeEventListener('change', dressAgain)
      atlas.canvas.parentElement!.removeEventListener('keydown', key)
      for (const [name, listener] of listeners) atlas.list.removeEventListener(name, listener)
      unwatch()
      light([])
      map.remove()
    },
  }
}

/** Of «west,south,east,north». */
function cornersOf(bounds: string): [Point, Point] {
  const [west, south, east, north] = bounds.split(',').map(Number) as [number, number, number, number]
  return [[west, south], [east, north]]
}
