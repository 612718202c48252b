using 'main.bicep'

param smtpPort = 25
param password = az.getSecret('00000000-0000-0000-0000-000000000000', 'group', 'vault', 'password')
