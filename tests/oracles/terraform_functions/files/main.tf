# What the expressions of the tables may use beside literals.
resource "terraform_data" "later" {
  input = timestamp()
}

locals {
  later  = terraform_data.later.output # of a type that is not known either
  string = terraform_data.later.id     # a string that is not known yet
}
