import { Controller } from '@hotwired/stimulus'

type Commune = { code: string; name: string }

/** A postcode proposes its communes: the only one is written at once, unless somebody is already writing there; several become buttons. */
export default class extends Controller {
  static targets = ['code', 'city', 'proposals']
  static values = { url: String }
  declare readonly codeTarget: HTMLInputElement
  declare readonly cityTarget: HTMLInputElement
  declare readonly proposalsTarget: HTMLElement
  declare readonly urlValue: string
  private asked = ''

  async look() {
    const postcode = this.codeTarget.value.replace(/\s/g, '')
    if (postcode === this.asked) return
    this.asked = postcode
    this.propose([])
    if (!/^\d{5}$/.test(postcode)) return
    const answer = await fetch(`${this.urlValue}?code_postal=${postcode}`, { headers: { Accept: 'application/json' } }).catch(() => undefined)
    if (!answer?.ok || this.asked !== postcode) return
    const communes = (await answer.json()) as Commune[]
    if (communes.length === 1 && document.activeElement !== this.cityTarget) this.cityTarget.value = communes[0]!.name
    else this.propose(communes)
  }

  private propose(communes: Commune[]) {
    this.proposalsTarget.hidden = communes.length === 0
    this.proposalsTarget.replaceChildren(...communes.map((commune) => this.button(commune)))
  }

  private button({ name }: Commune) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'btn'
    button.textContent = name
    button.addEventListener('click', () => {
      this.cityTarget.value = name
      this.propose([])
      this.cityTarget.focus()
    })
    return button
  }
}
