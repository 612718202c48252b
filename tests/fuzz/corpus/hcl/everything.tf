# comment
variable "port" {
  type    = number
  default = 25
}

locals {
  list   = [for i, x in ["a", "b"] : upper(x) if i > 0]
  object = { for k, v in var.m : k => v... }
  text   = "${var.port > 25 ? "x" : "y"}%{ if true }a%{ else }b%{ endif ~} \u00e9"
  splat  = azurerm_subnet.a[*].id
  full   = a.*.b[0].c
  neg    = -(1 + 2) * 3.5e-2 % !true
  call   = merge({ a = 1 }, var.x...)
}

resource "azurerm_linux_web_app" "shop" {
  app_settings = {
    "SMTP_PORT" = var.port, MAIL = null
  }
  dynamic "rule" {
    for_each = [1]
    content {
      body = <<-EOT
        %{ for x in local.list ~}
        ${x}
        %{ endfor ~}
      EOT
    }
  }
}
/* end */
