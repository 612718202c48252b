@export()
var relay = 'smtp.contoso.com'

@export()
var name = 'shop'

@export()
func setting(name string, value string) object => {
  name: name
  value: value
}
