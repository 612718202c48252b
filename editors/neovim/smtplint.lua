-- smtplint for Neovim 0.7 and later. Put this file into a `lua` folder of your configuration and say
--   require('smtplint').setup({ subscription = 'pay-as-you-go' })
-- The options are those of `.smtplint.yaml` and beat the file; leave them out to use the file alone.
local smtplint = { command = { 'smtplint', 'lsp' } }

local clients = {} -- by root

local function root_of(path)
  local marker = vim.fn.finddir('.git', vim.fn.fnamemodify(path, ':p:h') .. ';')
  if marker ~= '' then return vim.fn.fnamemodify(marker, ':p:h:h') end
  return vim.fn.fnamemodify(path, ':p:h')
end

local function attach(buffer, options)
  local root = root_of(vim.api.nvim_buf_get_name(buffer))
  if clients[root] == nil then
    clients[root] = vim.lsp.start_client({
      name = 'smtplint',
      cmd = smtplint.command,
      root_dir = root,
      workspace_folders = { { uri = vim.uri_from_fname(root), name = root } },
      init_options = options,
      on_exit = function() clients[root] = nil end,
    })
  end
  vim.lsp.buf_attach_client(buffer, clients[root])
end

function smtplint.setup(options)
  vim.api.nvim_create_autocmd({ 'BufReadPost', 'BufNewFile' }, {
    pattern = { '*.tf', '*.tofu', '*.tfvars', '*.tf.json', '*.tfvars.json' },
    callback = function(event) attach(event.buf, options) end,
  })
end

return smtplint
