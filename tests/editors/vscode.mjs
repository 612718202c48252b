// The server as VS Code's own protocol library sees it. Arguments: program, folder of the project.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);
const protocol = require("vscode-languageserver-protocol/node");
const [program, folder] = process.argv.slice(2);

const capabilities = {
  general: { positionEncodings: ["utf-16"] },
  textDocument: {
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, versionSupport: true },
    diagnostic: { relatedDocumentSupport: true, relatedInformation: true, codeDescriptionSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } }, isPreferredSupport: true },
    hover: { contentFormat: ["markdown", "plaintext"] },
  },
  workspace: {
    workspaceEdit: { documentChanges: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
  },
};

const server = spawn(program, ["lsp", "--stdio"]);
const connection = protocol.createProtocolConnection(
  new protocol.StreamMessageReader(server.stdout),
  new protocol.StreamMessageWriter(server.stdin),
);
const faults = [];
let refreshes = 0;
let registered = 0;
connection.onError((error) => faults.push(error));
connection.onUnhandledNotification((message) => faults.push(message));
connection.onRequest(protocol.RegistrationRequest.type, () => { registered += 1; });
connection.onRequest(protocol.DiagnosticRefreshRequest.type, () => { refreshes += 1; });
connection.listen();

const uriOf = (name) => pathToFileURL(`${folder}/${name}`).href;
const textOf = (name) => readFileSync(`${folder}/${name}`, "utf8");
const open = (name) =>
  connection.sendNotification(protocol.DidOpenTextDocumentNotification.type, {
    textDocument: { uri: uriOf(name), languageId: "terraform", version: 1, text: textOf(name) },
  });
const pull = (name) =>
  connection.sendRequest(protocol.DocumentDiagnosticRequest.type, { textDocument: { uri: uriOf(name) } });

const initialized = await connection.sendRequest(protocol.InitializeRequest.type, {
  processId: process.pid,
  rootUri: pathToFileURL(folder).href,
  workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "project" }],
  capabilities,
  initializationOptions: { subscription: "pay-as-you-go" },
});
assert.ok(initialized.capabilities.diagnosticProvider, "VS Code pulls");
await connection.sendNotification(protocol.InitializedNotification.type, {});

await open("main.tf");
await open("variables.tf");
const [finding, ...others] = (await pull("variables.tf")).items;
assert.deepEqual(others, []);
const line = textOf("variables.tf").split("\r\n")[finding.range.start.line];
assert.equal(line.slice(finding.range.start.character, finding.range.end.character), "25");
assert.equal(finding.severity, protocol.DiagnosticSeverity.Error);
assert.match(finding.codeDescription.href, /^https:/);
assert.ok(finding.relatedInformation.some((one) => one.location.uri === uriOf("main.tf")), "the chain crosses files");

const use = textOf("main.tf").split("\n").findIndex((text) => text.includes("var.smtp_port"));
const column = textOf("main.tf").split("\n")[use].indexOf("var.smtp_port");
const place = { line: use, character: column + 1 };
const hover = await connection.sendRequest(protocol.HoverRequest.type, {
  textDocument: { uri: uriOf("main.tf") }, position: place,
});
assert.equal(hover.contents.kind, "markdown");
assert.match(hover.contents.value, /smtp\.sendgrid\.net:25/);
assert.match(hover.contents.value, /variables\.tf:2|main\.tf/);

const actions = await connection.sendRequest(protocol.CodeActionRequest.type, {
  textDocument: { uri: uriOf("main.tf") }, range: { start: place, end: place }, context: { diagnostics: [] },
});
const repair = actions.find((action) => JSON.stringify(action.edit).includes('"587"'));
assert.ok(repair, `a repair in ${JSON.stringify(actions)}`);
const [change] = repair.edit.documentChanges;
assert.equal(change.textDocument.uri, uriOf("variables.tf"), "the repair is made in the other file");

const suppressions = await connection.sendRequest(protocol.CodeActionRequest.type, {
  textDocument: { uri: uriOf("variables.tf") }, range: finding.range, context: { diagnostics: [finding], only: ["quickfix"] },
});
assert.ok(suppressions.some((action) => JSON.stringify(action.edit).includes("smtplint: ignore[")));

await connection.sendNotification(protocol.DidChangeTextDocumentNotification.type, {
  textDocument: { uri: uriOf("variables.tf"), version: 2 },
  contentChanges: change.edits.map((edit) => ({ range: edit.range, text: edit.newText })),
});
assert.deepEqual((await pull("variables.tf")).items, [], "repaired");

await connection.sendRequest(protocol.ShutdownRequest.type);
await connection.sendNotification(protocol.ExitNotification.type);
const [code] = await once(server, "exit");
assert.equal(code, 0);
assert.deepEqual(faults, []);
assert.equal(registered, 1);
assert.ok(refreshes >= 1, "open documents are asked for again");
