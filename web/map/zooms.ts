import type { Map as Ground } from 'maplibre-gl'

/** Nearer, farther: for whoever has neither wheel nor two fingers. */
export function zooms(map: Ground): HTMLElement {
  const zoom = (label: string, sign: string, go: () => void) => {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = sign
    button.setAttribute('aria-label', label)
    button.addEventListener('click', go)
    return button
  }
  const both = document.createElement('div')
  both.className = 'atlas-zoom'
  both.append(zoom('Voir de plus près', '+', () => map.zoomIn()), zoom('Voir de plus loin', '−', () => map.zoomOut()))
  return both
}
