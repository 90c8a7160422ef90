import { Controller } from '@hotwired/stimulus'
import type { Atlas, Chart } from '../map'

const WIDE = 900 // CSS pixels of the atlas: list and map stand side by side (web/css/near.css)

/** The map beside a list of places. What draws it is fetched when there is something to see: at once where there is room for both, else when asked for. */
export default class extends Controller<HTMLElement> {
  static targets = ['spot', 'list', 'map', 'canvas', 'card', 'choice', 'without', 'switch']
  static values = { script: String, home: String, circle: Number, label: String, tiles: String, bounds: String }
  declare readonly spotTargets: HTMLElement[]
  declare readonly listTarget: HTMLElement
  declare readonly mapTarget: HTMLElement
  declare readonly canvasTarget: HTMLElement
  declare readonly cardTarget: HTMLElement
  declare readonly choiceTargets: HTMLButtonElement[]
  declare readonly withoutTarget: HTMLElement
  declare readonly switchTarget: HTMLElement
  declare readonly scriptValue: string
  declare readonly homeValue: string
  declare readonly circleValue: number
  declare readonly labelValue: string
  declare readonly tilesValue: string
  declare readonly boundsValue: string
  private chart?: Chart
  private here = false
  private readonly room = new ResizeObserver(() => this.arrange())

  connect() {
    this.here = true
    this.canvasTarget.replaceChildren() // of a page that Turbo remembered
    this.cardTarget.hidden = true
    if (!document.createElement('canvas').getContext('webgl2')) {
      this.listAlone()
      return
    }
    this.choose('list')
    this.room.observe(this.element)
  }

  disconnect() {
    this.here = false
    this.room.disconnect()
    this.chart?.remove()
    this.chart = undefined
    this.mapTarget.hidden = this.switchTarget.hidden = true
    this.listTarget.hidden = false
  }

  switch({ currentTarget }: Event) {
    this.choose((currentTarget as HTMLElement).dataset.view!)
    this.arrange()
  }

  private choose(view: string) {
    for (const choice of this.choiceTargets) choice.setAttribute('aria-pressed', String(choice.dataset.view === view))
  }

  private arrange() {
    const wide = this.element.clientWidth >= WIDE
    const map = this.choiceTargets.some((choice) => choice.dataset.view === 'map' && choice.getAttribute('aria-pressed') === 'true')
    this.switchTarget.hidden = wide
    this.listTarget.hidden = !wide && map
    this.mapTarget.hidden = !wide && !map
    if (!this.mapTarget.hidden) void this.draw()
  }

  private async draw() {
    if (this.chart) return this.chart.resize()
    if (this.canvasTarget.childElementCount > 0) return // on its way
    this.canvasTarget.append(document.createElement('div'))
    const atlas: Atlas = { canvas: this.canvasTarget, card: this.cardTarget, list: this.listTarget, spots: this.spotTargets, home: this.homeValue, kilometres: this.circleValue, label: this.labelValue, tiles: this.tilesValue, bounds: this.boundsValue }
    try {
      const { draw } = (await import(this.scriptValue)) as typeof import('../map')
      if (!this.here) return
      this.canvasTarget.replaceChildren()
      this.chart = draw(atlas)
    } catch {
      this.listAlone() // the network is gone, or the graphics card
    }
  }

  private listAlone() {
    this.room.disconnect()
    this.switchTarget.hidden = this.mapTarget.hidden = true
    this.listTarget.hidden = this.withoutTarget.hidden = false
  }
}
