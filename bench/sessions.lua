-- wrk: each request as another member at another address, from a file of cookies, so that neither caches nor rate limits see one person only.
local cookies = {}
for line in io.lines(os.getenv("BENCH_COOKIES")) do cookies[#cookies + 1] = line end
local n = math.random(#cookies)
request = function()
  n = n % #cookies + 1
  return wrk.format("GET", nil, { ["Cookie"] = cookies[n], ["X-Forwarded-For"] = string.format("198.18.%d.%d", math.floor(n / 256) % 256, n % 256), ["Accept-Encoding"] = "gzip" })
end
done = function(summary, latency)
  local e = summary.errors
  io.write(string.format("RESULT %d %d %d %d %d\n", summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
    e.connect + e.read + e.write + e.timeout + e.status))
end
