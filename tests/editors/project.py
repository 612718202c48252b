"""A small workspace for editors: the finding stands behind an emoji, in a file with CRLF, and is used in another."""

import subprocess
from pathlib import Path

PORT_LINE = 'variable "smtp_port" { default = /* Zustellung über 😀 */ 25 }'

VARIABLES = f"# Mail\r\n{PORT_LINE}\r\n"

MAIN = """resource "azurerm_linux_virtual_machine" "mailer" {
  name = "mailer"
}

resource "azurerm_linux_web_app" "shop" {
  name = "shop"

  app_settings = {
    SMTP_HOST = "smtp.sendgrid.net"
    SMTP_PORT = var.smtp_port
    SMTP_USERNAME = "apikey"
    SMTP_USE_TLS  = "true"
  }
}
"""


def make(folder: Path) -> Path:
    """Fills a folder, as a repository of its own; gives it back without links in its path."""
    folder = folder.resolve()
    (folder / "variables.tf").write_bytes(VARIABLES.encode())
    (folder / "main.tf").write_text(MAIN)
    subprocess.run(["git", "init", "--quiet", str(folder)], check=True)
    return folder
