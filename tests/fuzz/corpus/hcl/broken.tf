resource "a" {
  b = [1,
}
locals {
  c = "open
  d = <<EOT
x
