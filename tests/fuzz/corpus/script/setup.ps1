$a = "x"
Install-WindowsFeature -Name Web-Server, SMTP-Server
$s.SmartHost = "smtp.contoso.com"
$h = @{ SmtpServer = "x"; Port = 25 }
if ($b) { Send-MailMessage @h } else { c }
@"
q $a
"@ | Set-Content c.txt
function F { d }
F
