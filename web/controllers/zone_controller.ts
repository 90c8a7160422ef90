import { Controller } from '@hotwired/stimulus'
import { renderStreams } from '../streams'
import type { Homes, ZoneDrawing } from '../map'

const PAUSE = 450 // ms between the last change and the question

/** What fills a zone: counted as one types, and drawn on a map whose file comes when it is asked for. Without script, streets and postcodes and a button that counts. */
export default class extends Controller<HTMLElement> {
  static targets = ['ground', 'open', 'board', 'canvas', 'points', 'undo', 'clear', 'add', 'forget', 'without']
  static values = { script: String, homes: String, count: String }
  declare readonly groundTarget: HTMLInputElement
  declare readonly openTarget: HTMLElement
  declare readonly boardTarget: HTMLElement
  declare readonly canvasTarget: HTMLElement
  declare readonly pointsTarget: HTMLElement
  declare readonly undoTarget: HTMLButtonElement
  declare readonly clearTarget: HTMLButtonElement
  declare readonly addTarget: HTMLButtonElement
  declare readonly hasForgetTarget: boolean
  declare readonly forgetTarget: HTMLElement
  declare readonly withoutTarget: HTMLElement
  declare readonly scriptValue: string
  declare readonly homesValue: string
  declare readonly countValue: string
  private drawing?: ZoneDrawing
  private here = false
  private timer = 0
  private question?: AbortController

  connect() {
    this.here = true
    this.openTarget.hidden = false
    this.boardTarget.hidden = true
    this.canvasTarget.replaceChildren() // of a page that Turbo remembered
    if (this.hasForgetTarget) this.forgetTarget.hidden = true
  }

  disconnect() {
    this.here = false
    window.clearTimeout(this.timer)
    this.question?.abort()
    this.drawing?.remove()
    this.drawing = undefined
  }

  async open() {
    this.openTarget.hidden = true
    if (!document.createElement('canvas').getContext('webgl2')) {
      this.withoutTarget.hidden = false
      return
    }
    this.boardTarget.hidden = false
    try {
      const [{ drawZone }, answer] = await Promise.all([import(this.scriptValue) as Promise<typeof import('../map')>, fetch(this.homesValue, { headers: { Accept: 'application/json' } })])
      const homes = (await answer.json()) as Homes
      if (!this.here || this.drawing) return
      const points = this.groundTarget.value.split(' ').filter(Boolean).map((point) => point.split(',').map(Number) as [number, number])
      this.drawing = drawZone({ canvas: this.canvasTarget, points, homes, changed: (now, undoable) => this.drawn(now, undoable) })
      this.tell(points.length, points.length > 0)
    } catch {
      this.boardTarget.hidden = true
      this.withoutTarget.hidden = false // the network is gone, or the graphics card
    }
  }

  add() { this.drawing?.add() }
  undo() { this.drawing?.undo() }
  clear() { this.drawing?.clear() }

  private drawn(points: [number, number][], undoable: boolean) {
    this.groundTarget.value = points.length >= 3 ? points.map(([x, y]) => `${x.toFixed(5)},${y.toFixed(5)}`).join(' ') : ''
    this.tell(points.length, undoable)
    this.count()
  }

  private tell(points: number, undoable: boolean) {
    this.undoTarget.disabled = !undoable
    this.clearTarget.disabled = points === 0
    this.pointsTarget.textContent = points === 0 ? 'Aucun point.' : points < 3 ? `${points === 1 ? '1 point' : '2 points'} : il en faut trois au moins.` : points >= 60 ? '60 points : pas davantage.' : `${points} points.`
  }

  count() {
    window.clearTimeout(this.timer)
    this.timer = window.setTimeout(() => void this.ask(), PAUSE)
  }

  private async ask() {
    this.question?.abort()
    this.question = new AbortController()
    const form = this.element.closest('form')!
    const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]))
    const answer = await fetch(this.countValue, { method: 'POST', body, headers: { Accept: 'text/vnd.turbo-stream.html' }, signal: this.question.signal }).catch(() => undefined)
    const counted = answer?.ok ? await answer.text().catch(() => undefined) : undefined
    if (counted && this.here) renderStreams(counted)
  }
}
