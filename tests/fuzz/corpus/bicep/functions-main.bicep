import { setting, relay as mailRelay } from 'shared.bicep'
import * as shared from 'shared.bicep'

var files = loadJsonContent('settings.json')
var base = { a: 1, b: 2 }

resource app 'Microsoft.Web/sites@2023-12-01' = {
  name: shared.name
  tags: { ...base, b: 3 }
  properties: {
    text: loadTextContent('note.txt')
    raw: '''a ${no}
b'''
    filled: $'''port ${files.port}'''
    first: filter([1, 25, 3], x => x > 3)[0]
    last: [1, 2, 3][^1]
    none: base.?c ?? 'none'
    folded: 'A' =~ 'a'
    siteConfig: { appSettings: [setting('SMTP_HOST', mailRelay), setting('SMTP_PORT', '${files.port}')] }
  }
}
