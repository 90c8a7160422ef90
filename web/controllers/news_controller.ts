import { Controller } from '@hotwired/stimulus'

const MOST = 20 // beyond, the number says nothing more

/** What came since the page was made: counted and announced. The server tells which entries there are now; those that the page knows, or that are older, are not new. */
export default class extends Controller {
  static targets = ['latest', 'link', 'words']
  static values = { known: String }
  declare readonly linkTarget: HTMLElement
  declare readonly wordsTarget: HTMLElement
  declare readonly knownValue: string

  latestTargetConnected(latest: HTMLDataElement) {
    const known = this.knownValue.split(' ').filter(Boolean).map(Number)
    const oldest = known.length ? Math.min(...known) : 0
    const fresh = latest.value.split(' ').filter(Boolean).map(Number).filter((id) => id > oldest && !known.includes(id)).length
    this.wordsTarget.textContent = fresh > MOST ? `Plus de ${MOST} nouveautés` : `${fresh} ${fresh > 1 ? 'nouveautés' : 'nouveauté'}`
    this.linkTarget.hidden = fresh === 0
  }
}
