-- What wrk asks for. It is called `wrk … -s load.lua ADDRESS -- MODE …`:
--
--   read FILE [COOKIE]            paths, one a line, taken at random
--   save FILE COOKIE              drafts, `reference version` a line: each thread (of one connection) saves its own,
--                                 every time with another title
--   import FILE COOKIE            the file, imported again and again
--
-- The numbers come from a fixed seed, so every run asks for the same in the same order. What was measured is printed as
-- one line: requests a second, median and 99th percentile in microseconds, bytes a response, what went wrong.

local threads = {}

function setup(thread)
   thread:set("number", #threads)
   threads[#threads + 1] = thread
end

local function lines(name)
   local all = {}
   for line in io.lines(name) do all[#all + 1] = line end
   return all
end

-- A UUID of version 4; each drawing of a form has one of its own.
local function key()
   local word = function() return math.random(0, 0xffff) end
   return string.format("%04x%04x-%04x-4%03x-%04x-%04x%04x%04x", word(), word(), word(), math.random(0, 0xfff),
      0x8000 + math.random(0, 0x3fff), word(), word(), word())
end

local function encoded(text)
   return (text:gsub("[^%w%-]", function(c) return string.format("%%%02X", c:byte()) end))
end

-- A door that refuses leads back with the reason: to wrk, that is no error.
refused = 0

local function is_refused(headers)
   local to = headers["location"] or headers["Location"] or ""
   return to:find("refused=", 1, true) or to:find("/sign-in", 1, true) or to:find("not_imported", 1, true)
end

local function count_refused(_, headers)
   if is_refused(headers) then refused = refused + 1 end
end

local modes = {}

function modes.read(file, cookie)
   local paths, headers = lines(file), { ["Accept"] = "text/html", ["Cookie"] = cookie }
   return function() return wrk.format("GET", paths[math.random(#paths)], headers) end
end

function modes.save(file, cookie)
   local reference, version = lines(file)[number + 1]:match("(%S+) (%d+)")
   local seen, headers = tonumber(version), {
      ["Accept"] = "text/html",
      ["Cookie"] = cookie,
      ["Content-Type"] = "application/x-www-form-urlencoded",
      ["Sec-Fetch-Site"] = "same-origin",
   }
   return function()
      local title = encoded("answers[title][text]") .. "=Invented+for+measuring+" .. math.random(1, 1e9)
      local language = encoded("answers[title][language]") .. "=en"
      local form = string.format("reference=%s&page=notice&seen=%d&key=%s&then=leave&%s&%s", reference, seen, key(),
         title, language)
      return wrk.format("POST", "/do/save", headers, form)
   end, function(_, answer)
      -- What is saved over is what this thread saved last: it has one connection.
      if is_refused(answer) then refused = refused + 1 else seen = seen + 1 end
   end
end

function modes.import(file, cookie)
   local source = io.open(file, "rb")
   local content = source:read("*a")
   source:close()
   local headers = {
      ["Accept"] = "text/html",
      ["Cookie"] = cookie,
      ["Content-Type"] = "multipart/form-data; boundary=part",
      ["Sec-Fetch-Site"] = "same-origin",
   }
   local named = '--part\r\nContent-Disposition: form-data; name="%s"'
   local form = table.concat({
      named:format("key"), "", "%s",
      named:format("file") .. '; filename="event.json"', "Content-Type: application/json", "", "",
   }, "\r\n")
   return function()
      return wrk.format("POST", "/do/import", headers, form:format(key()) .. content .. "\r\n--part--\r\n")
   end, count_refused
end

function init(arguments)
   math.randomseed(20260317 + number)
   -- Reading headers takes time: it is left out where no door is asked.
   request, response = modes[arguments[1]](arguments[2], arguments[3])
end

function done(summary, latency)
   local errors = summary.errors
   local wrong = errors.connect + errors.read + errors.write + errors.status + errors.timeout
   for _, thread in ipairs(threads) do wrong = wrong + thread:get("refused") end
   io.write(string.format("measured %.0f %.0f %.0f %.0f %d\n", summary.requests / summary.duration * 1e6,
      latency:percentile(50), latency:percentile(99), summary.bytes / math.max(summary.requests, 1), wrong))
end
