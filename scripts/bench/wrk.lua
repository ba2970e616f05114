-- What wrk asks: the lines of a file in turn, each a path, from the first to the last and round again. wrk gives every
-- connection the next one, so that side by side no two ask the same. Ends with one line of JSON that wrk.ts reads.
-- Arguments: the file, and how many ms a connection waits before each request.
local paths, at, think = {}, 0, 0

function init(args)
  for line in io.lines(args[1]) do paths[#paths + 1] = wrk.format("GET", line) end
  think = tonumber(args[2])
  -- without a wait the function itself would cost: wrk calls it where there is one
  if think > 0 then
    math.randomseed(1)
    delay = function() return math.random(0, 2 * think) end
  end
end

function request()
  at = at % #paths + 1
  return paths[at]
end

function done(summary, latency)
  io.write(string.format(
    '\n{"seconds":%.3f,"requests":%d,"refused":%d,"broken":%d,"p50":%.3f,"p95":%.3f,"p99":%.3f}\n',
    summary.duration / 1e6, summary.requests, summary.errors.status,
    summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout,
    latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000))
end
