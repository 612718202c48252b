// Starts `smtplint lsp` and leaves the rest to the client library.
import { ExtensionContext, workspace } from "vscode";
import { LanguageClient } from "vscode-languageclient/node";

let client: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const settings = workspace.getConfiguration("smtplint");
  client = new LanguageClient(
    "smtplint",
    "smtplint",
    { command: settings.get<string>("path", "smtplint"), args: ["lsp"] },
    {
      documentSelector: [{ scheme: "file", pattern: "**/*.{tf,tofu,tfvars,tf.json,tfvars.json,bicep,bicepparam}" }],
      initializationOptions: settings.get<object>("options", {}),
    },
  );
  context.subscriptions.push(client);
  await client.start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
