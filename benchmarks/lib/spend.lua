-- Orders of one unit, each with a key of its own, by the people whose tokens are in the file that TOKENS names.
local count = 0
local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("number", threads)
end

function init(args)
  tokens = {}
  for token in io.lines(os.getenv("TOKENS")) do
    tokens[#tokens + 1] = token
  end
  run = os.getenv("RUN")
  body = os.getenv("BODY")
end

function request()
  count = count + 1
  return wrk.format("POST", nil, {
    ["Authorization"] = "Bearer " .. tokens[count % #tokens + 1],
    ["Content-Type"] = "application/json",
    ["Idempotency-Key"] = run .. "-" .. number .. "-" .. count,
  }, body)
end

function response(status, headers, answer)
  if status ~= 201 and not told then
    told = true
    print("refused: " .. status .. " " .. answer)
  end
end
