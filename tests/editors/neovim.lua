-- Neovim with the configuration of editors/neovim on the project in the current folder. The environment says which
-- program is the server, and where the screen goes.
local program, configuration, screen = os.getenv('SMTPLINT'), os.getenv('CONFIGURATION'), os.getenv('SCREEN')

local function check(condition, what)
  if condition then return end
  io.stderr:write('not so: ' .. what .. '\n')
  vim.cmd('cquit')
end

local function wait(what, condition) check(vim.wait(8000, condition, 20), what) end

local smtplint = dofile(configuration)
smtplint.command = { program, 'lsp' }
smtplint.setup({ subscription = 'pay-as-you-go' })

vim.cmd('edit main.tf')
vim.cmd('edit variables.tf')
wait('a finding is shown', function() return #vim.diagnostic.get(0) == 1 end)

local finding = vim.diagnostic.get(0)[1]
local line = vim.api.nvim_buf_get_lines(0, finding.lnum, finding.lnum + 1, true)[1]
check(line:sub(finding.col + 1, finding.end_col) == '25', 'the finding marks the port behind the emoji')
check(finding.severity == vim.diagnostic.severity.ERROR, 'it is an error')

if screen then
  vim.o.columns, vim.o.lines = 160, 12
  vim.cmd('redraw')
  local rows = {}
  for row = 1, vim.o.lines do
    local cells = {}
    for column = 1, vim.o.columns do cells[column] = vim.fn.screenstring(row, column) end
    rows[row] = (table.concat(cells):gsub('%s+$', ''))
  end
  vim.fn.writefile(rows, screen)
end

local position = { textDocument = vim.lsp.util.make_text_document_params(), position = { line = finding.lnum, character = 4 } }
position.position.character = vim.str_utfindex and select(2, vim.str_utfindex(line, finding.col)) or finding.col
local answers = vim.lsp.buf_request_sync(0, 'textDocument/hover', position, 8000)
local _, hover = next(answers or {})
check(hover and hover.result and hover.result.contents.value:find('smtp.sendgrid.net:25', 1, true), 'hover says what it resolves to')

vim.api.nvim_buf_set_text(0, finding.lnum, finding.col, finding.lnum, finding.end_col, { '587' })
wait('the finding goes with the edit', function() return #vim.diagnostic.get(0) == 0 end)

for _, client in pairs(vim.lsp.get_active_clients()) do client.stop() end
wait('the server ends', function() return #vim.lsp.get_active_clients() == 0 end)
vim.cmd('qall!')
