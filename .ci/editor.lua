-- A session of a real editor's client with `recoup lsp`: run by `.ci/editor` in a headless Neovim.
-- `RECOUP` is the program and `WORK` a folder for files.
local recoup, folder = vim.env.RECOUP, vim.env.WORK
local failures, tries = 0, 0

local function show(value) return vim.inspect(value) end

local function expect(what, came, wanted)
  tries = tries + 1
  if not vim.deep_equal(came, wanted) then
    failures = failures + 1
    io.stderr:write(('editor: %s: expected %s, came %s\n'):format(what, show(wanted), show(came)))
  end
end

local text = [[
currency USD
setting stamp "A 😀 stamp" = 2 * 1 USD
fact mood "How are they?": one of good "Fine", bad "Not fine"
action hug {
  title "Hug them"
  chance 10%
  cost stamp
  requires mood is not bad because "Not now"
}
example "A" {
  amount = 500 USD
  days_overdue = 3 days
  mood = good
  expect hug
}
]]

local path = folder .. '/a b.rules'
local file = assert(io.open(path, 'w'))
file:write(text)
file:close()
vim.cmd('edit ' .. vim.fn.fnameescape(path))
local buffer = vim.api.nvim_get_current_buf()
local client = vim.lsp.start_client({ name = 'recoup', cmd = { recoup, 'lsp' }, root_dir = folder })
assert(client, 'the server does not start')
vim.lsp.buf_attach_client(buffer, client)
assert(vim.wait(20000, function()
  local known = vim.lsp.get_client_by_id(client)
  return known ~= nil and known.initialized
end), 'the session does not begin')

local function ask(method, line, character, more)
  local parameters = vim.tbl_extend('force', {
    textDocument = { uri = vim.uri_from_bufnr(buffer) },
    position = { line = line, character = character },
  }, more or {})
  local answers = vim.lsp.buf_request_sync(buffer, 'textDocument/' .. method, parameters, 20000) or {}
  local answer = answers[client] or {}
  return answer.result, answer.error
end

-- What is shown of a severity: the code and the place, in bytes.
local function codes(severity)
  local all = {}
  for _, shown in ipairs(vim.diagnostic.get(buffer, { severity = severity or vim.diagnostic.severity.ERROR })) do
    table.insert(all, ('%s %d:%d'):format(shown.code or shown.user_data.lsp.code, shown.lnum, shown.col))
  end
  return all
end

local function settle(wanted, severity)
  vim.wait(20000, function() return vim.deep_equal(codes(severity), wanted) end)
  return codes(severity)
end

vim.wait(20000, function() return #codes(vim.diagnostic.severity.WARN) > 0 end)
expect('what a review finds', codes(vim.diagnostic.severity.WARN)[1], 'gap 7:2')
expect('a file without mistakes', settle({}), {})

local hover = ask('hover', 6, 8)
expect('hover', hover and hover.contents.value:match('%*%*setting%*%* `stamp`: money in USD') ~= nil, true)

local places = ask('definition', 6, 8)
expect('definition', places and places[1].range.start, { line = 1, character = 8 })

local lens = ask('codeLens', 0, 0)
expect('lens', lens and lens[1].command.title, '“A”: best, brings $48.00')

local offered = {}
local list = ask('completion', 7, 19)
for _, item in ipairs(list and list.items or {}) do offered[item.label] = true end
expect('completion', { offered.good, offered.bad, offered.stamp }, { true, true, nil })

-- A mistake typed behind an emoji, and taken back: the places are counted in UTF-16.
local line = vim.api.nvim_buf_get_lines(buffer, 1, 2, true)[1]
vim.api.nvim_buf_set_lines(buffer, 1, 2, true, { (line:gsub('1 USD', '1 USB')) })
local place = ('unknown-currency 1:%d'):format(line:find('USD') - 1)
expect('a mistake', settle({ place }), { place })
vim.api.nvim_buf_set_lines(buffer, 1, 2, true, { line })
expect('a mistake mended', settle({}), {})

local edit = ask('rename', 6, 8, { newName = 'postage' })
vim.lsp.util.apply_workspace_edit(edit, 'utf-16')
expect('rename', vim.api.nvim_buf_get_lines(buffer, 1, 2, true)[1], (line:gsub('setting stamp', 'setting postage')))
expect('rename of its use', vim.api.nvim_buf_get_lines(buffer, 6, 7, true)[1], '  cost postage')
expect('nothing is wrong then', settle({}), {})
local _, refusal = ask('rename', 6, 8, { newName = 'amount' })
expect('a name that is taken', refusal and refusal.message, '`amount` is a fact that is always there')

vim.lsp.buf.formatting_sync({}, 20000)
local shown = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, true), '\n') .. '\n'
local formatted = vim.fn.system({ recoup, 'fmt', '-' }, shown)
expect('formatting', shown, formatted)
expect('formatting changes something', shown ~= text, true)

vim.lsp.stop_client(client)
expect('the end', vim.wait(20000, function() return vim.lsp.get_client_by_id(client) == nil end), true)
print(('editor: %d expectations\n'):format(tries))
vim.cmd(failures == 0 and 'qall!' or 'cquit!')
