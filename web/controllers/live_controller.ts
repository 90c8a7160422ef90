import { Controller } from '@hotwired/stimulus'
import { renderStreams } from '../streams'

const FIRST_WAIT = 1_000
const LONGEST_WAIT = 30_000
const GRACE = 1_000 // between two pages the connection is kept

/**
 * Turbo Streams from the server as they happen. A message is one line with its id (may be empty), then the streams. After a cut the connection
 * is opened again with ?since=ID, and the server sends what was missed. One connection serves page after page while the topics are the same.
 */
class Connection {
  private socket?: WebSocket
  private lastId = ''
  private wait = FIRST_WAIT
  private timer = 0

  constructor(readonly address: string) {
    this.open()
    window.addEventListener('online', this.hurry)
    document.addEventListener('visibilitychange', this.hurry)
  }

  close() {
    window.clearTimeout(this.timer)
    window.removeEventListener('online', this.hurry)
    document.removeEventListener('visibilitychange', this.hurry)
    this.socket?.removeEventListener('close', this.retry)
    this.socket?.close()
  }

  private open() {
    const url = new URL(this.address, window.location.href)
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
    if (this.lastId) url.searchParams.set('since', this.lastId)
    this.socket = new WebSocket(url)
    this.socket.addEventListener('open', () => (this.wait = FIRST_WAIT))
    this.socket.addEventListener('message', ({ data }) => this.receive(String(data)))
    this.socket.addEventListener('close', this.retry)
  }

  private receive(message: string) {
    const end = message.indexOf('\n')
    if (end > 0) this.lastId = message.slice(0, end)
    renderStreams(message.slice(end + 1))
  }

  private retry = () => {
    window.clearTimeout(this.timer)
    this.timer = window.setTimeout(() => this.open(), this.wait * (0.5 + Math.random()))
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT)
  }

  private hurry = () => {
    if (this.socket?.readyState !== WebSocket.CLOSED || document.hidden) return
    window.clearTimeout(this.timer)
    this.open()
  }
}

let current: Connection | undefined
let leaving = 0

export default class extends Controller {
  static values = { url: String, topics: String }
  declare readonly urlValue: string
  declare readonly topicsValue: string

  connect() {
    window.clearTimeout(leaving)
    const address = `${this.urlValue}?topics=${encodeURIComponent(this.topicsValue)}`
    if (current?.address === address) return
    current?.close()
    current = new Connection(address)
  }

  disconnect() {
    leaving = window.setTimeout(() => {
      current?.close()
      current = undefined
    }, GRACE)
  }
}
