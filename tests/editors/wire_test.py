"""The server on the wire: what no well-behaved client would send, and the rules of the protocol's life."""

import json
import os
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import project  # noqa: E402
from wire import Client, framed  # noqa: E402

BINARY = str(Path(sys.argv.pop(1)).resolve())
PAY_AS_YOU_GO = {"subscription": "pay-as-you-go"}


def code(response: dict) -> int:
    return response["error"]["code"]


class Lifecycle(unittest.TestCase):
    def test_nothing_is_answered_before_initialize(self):
        with Client(BINARY) as client:
            self.assertEqual(code(client.ask("textDocument/hover")), -32002)
            client.notify("textDocument/didOpen")
            client.initialize()
            self.assertEqual(client.end(), 0)

    def test_initialize_comes_once(self):
        with Client(BINARY) as client:
            client.initialize()
            self.assertEqual(code(client.ask("initialize", {"capabilities": {}})), -32600)

    def test_nothing_is_answered_after_shutdown(self):
        with Client(BINARY) as client:
            client.initialize()
            client.ask("shutdown")
            self.assertEqual(code(client.ask("textDocument/hover")), -32600)
            client.notify("exit")
            self.assertEqual(client.process.wait(10), 0)

    def test_exit_without_shutdown_is_a_failure(self):
        for prepare in (lambda client: None, lambda client: client.initialize()):
            with Client(BINARY) as client:
                prepare(client)
                client.notify("exit")
                self.assertEqual(client.process.wait(10), 1)

    def test_the_end_of_input_ends_the_server(self):
        for shut_down, expected in ((False, 1), (True, 0)):
            with Client(BINARY, "--stdio") as client:
                client.initialize()
                if shut_down:
                    client.ask("shutdown")
                client.process.stdin.close()
                self.assertEqual(client.process.wait(10), expected)
                client.process.stdin = open(os.devnull, "wb")

    def test_unknown_methods(self):
        with Client(BINARY) as client:
            client.initialize()
            self.assertEqual(code(client.ask("acme/unknown")), -32601)
            self.assertEqual(code(client.ask("$/unknown")), -32601)
            client.notify("$/unknown")
            client.notify("acme/unknown")
            client.send({"id": "nobody asked", "result": None})
            self.assertEqual(client.quiet(0.1), [])

    def test_wrong_params_are_refused(self):
        with Client(BINARY) as client:
            client.initialize()
            self.assertEqual(code(client.ask("textDocument/hover", {"textDocument": 1})), -32602)
            client.notify("textDocument/didOpen", {"textDocument": []})
            self.assertEqual(client.end(), 0)

    def test_the_server_ends_with_its_client(self):
        sleeper = subprocess.Popen(["sleep", "60"])
        with Client(BINARY) as client:
            client.initialize(process=sleeper.pid)
            sleeper.kill()
            sleeper.wait()
            begin = time.monotonic()
            self.assertEqual(client.process.wait(10), 1)
            self.assertLess(time.monotonic() - begin, 4)

    def test_the_client_may_be_named_on_the_command_line(self):
        sleeper = subprocess.Popen(["sleep", "60"])
        with Client(BINARY, "--stdio", f"--clientProcessId={sleeper.pid}") as client:
            client.initialize()
            sleeper.kill()
            sleeper.wait()
            self.assertEqual(client.process.wait(10), 1)


class Malformed(unittest.TestCase):
    def refused(self, data: bytes, expected: int):
        with Client(BINARY) as client:
            client.initialize()
            client.write(data)
            response = client.response_to(None)
            self.assertEqual(code(response), expected)
            self.assertEqual(client.end(), 0)

    def test_bodies_that_are_no_json(self):
        self.refused(framed(b"{"), -32700)
        self.refused(framed(b'{"jsonrpc":"2.0","method":"\xff\xfe"}'), -32700)

    def test_deep_json(self):
        self.refused(framed(b"[" * 100_000 + b"]" * 100_000), -32700)
        self.refused(framed(b'{"a":' * 100_000 + b"1" + b"}" * 100_000), -32700)

    def test_messages_that_are_none_of_json_rpc(self):
        self.refused(framed(b'{"id":1,"method":"shutdown"}'), -32600)
        self.refused(framed(b'[{"jsonrpc":"2.0","id":1,"method":"shutdown"}]'), -32600)
        self.refused(framed(b'{"jsonrpc":"2.0","id":[],"method":"shutdown"}'), -32600)
        self.refused(framed(b"7"), -32600)

    def test_parameters_of_another_shape(self):
        document = {"uri": "file:///w/main.tf", "languageId": "terraform", "version": 1, "text": "a = 1"}
        with Client(BINARY) as client:
            client.initialize()
            response = client.ask("textDocument/hover", {"textDocument": document})
            self.assertEqual(code(response), -32602)
            self.assertEqual(response["error"]["message"], "the parameters are not those of `textDocument/hover`")
            client.notify("textDocument/didOpen", {"textDocument": {"uri": 5}})
            shown = client.wait_for(lambda one: one.get("method") == "window/showMessage")["params"]["message"]
            self.assertEqual(shown, "smtplint: `textDocument/didOpen` came with other parameters than the protocol "
                                    "has, and was not heeded")
            self.assertEqual(client.end(), 0)

    def test_huge_lengths_allocate_nothing(self):
        self.refused(b"Content-Length: 99999999999\r\n\r\nxx", -32600)
        self.refused(b"Content-Length: 99999999999999999999999999\r\n\r\n", -32600)

    def test_lengths_that_mean_nothing_are_skipped(self):
        for header in (b"Content-Length: -5", b"Content-Length: 0", b"Content-Length: x", b"X: 1", b"garbage",
                       b"Content-Length: 3\r\nContent-Type: text/plain; charset=latin1"):
            with self.subTest(header), Client(BINARY) as client:
                client.initialize()
                client.write(header + b"\r\n\r\nabc")
                self.assertEqual(client.end(), 0)

    def test_sixteen_broken_headers_are_the_end(self):
        with Client(BINARY) as client:
            client.initialize()
            client.write(b"Content-Length: x\r\n\r\n" * 16)
            self.assertEqual(client.process.wait(10), 1)

    def test_headers_in_any_case_and_utf8(self):
        with Client(BINARY) as client:
            body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {}}).encode()
            client.write(b"content-type: application/vscode-jsonrpc; charset=utf8\r\ncontent-LENGTH:%d\r\n\r\n%s"
                         % (len(body), body))
            self.assertIn("result", client.response_to(1))

    def test_bytes_that_come_one_by_one(self):
        with Client(BINARY) as client:
            for byte in framed({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {}}):
                client.write(bytes([byte]))
            self.assertIn("result", client.response_to(1))


class Documents(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = project.make(Path(folder.name))

    def client(self, **arguments) -> Client:
        client = self.enterContext(Client(BINARY))
        self.server = client.initialize(self.folder, options=PAY_AS_YOU_GO, **arguments)["capabilities"]
        return client

    def test_positions_count_what_was_agreed(self):
        before = project.PORT_LINE.index("25 }")
        for offered, agreed, column in ((["utf-16", "utf-8"], "utf-8", len(project.PORT_LINE[:before].encode())),
                                        (["utf-16", "utf-32"], "utf-32", before),
                                        (["utf-16"], "utf-16", before + 1),
                                        ([], "utf-16", before + 1)):
            client = self.client(capabilities={"general": {"positionEncodings": offered}})
            self.assertEqual(self.server["positionEncoding"], agreed)
            found = client.diagnostics(client.open(self.folder / "variables.tf"))["diagnostics"]
            self.assertEqual(found[0]["range"], {"start": {"line": 1, "character": column},
                                                 "end": {"line": 1, "character": column + 2}})

    def test_changes_are_made_in_order(self):
        client = self.client()
        uri = client.open(self.folder / "variables.tf")
        self.assertEqual(len(client.diagnostics(uri)["diagnostics"]), 1)
        column = project.PORT_LINE.index("25 }") + 1
        at = {"start": {"line": 1, "character": column}, "end": {"line": 1, "character": column + 2}}
        one = {"start": at["start"], "end": {"line": 1, "character": column + 1}}
        client.change(uri, 2, {"range": at, "text": "x7"}, {"range": one, "text": "58"})
        self.assertEqual(client.diagnostics(uri)["diagnostics"], [])
        client.change(uri, 3, {"text": project.VARIABLES})
        self.assertEqual(len(client.diagnostics(uri)["diagnostics"]), 1)

    def test_a_series_of_changes_is_analysed_once_or_twice(self):
        client = self.client(capabilities={"textDocument": {"publishDiagnostics": {"versionSupport": True}}})
        uri = client.open(self.folder / "variables.tf")
        client.diagnostics(uri)
        time.sleep(0.2)
        for version in range(2, 52):
            client.change(uri, version, {"text": f"# {version}\r\n" * version + project.VARIABLES})
        versions = [message["params"]["version"] for message in client.quiet(1)
                    if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri]
        self.assertLessEqual(len(versions), 2)
        self.assertEqual(versions[-1], 51)

    def test_an_unsaved_sibling_counts(self):
        client = self.client()
        main = client.open(self.folder / "main.tf")
        variables = (self.folder / "variables.tf").as_uri()
        self.assertEqual(len(client.diagnostics(variables)["diagnostics"]), 1, "found where it is written")
        client.open(self.folder / "variables.tf", project.VARIABLES.replace("25 }", "587 }"))
        self.assertEqual(client.diagnostics(variables)["diagnostics"], [])
        client.notify("textDocument/didClose", {"textDocument": {"uri": variables}})
        self.assertEqual(len(client.diagnostics(variables)["diagnostics"]), 1, "the disk counts again")
        client.notify("textDocument/didClose", {"textDocument": {"uri": main}})
        self.assertEqual(client.diagnostics(variables)["diagnostics"], [], "no document is open")

    def test_the_last_good_result_stays_while_a_text_does_not_parse(self):
        client = self.client()
        uri = client.open(self.folder / "variables.tf")
        good = client.diagnostics(uri)["diagnostics"][0]
        client.change(uri, 2, {"text": 'variable "half" {\r\n' + project.VARIABLES})
        found = client.diagnostics(uri)["diagnostics"]
        kept = [one for one in found if one["code"] == good["code"]]
        self.assertEqual([one["range"]["start"]["line"] for one in kept], [2], "moved with the text")
        self.assertGreater(len(found), 1, "and the error is shown")

    def test_one_channel_for_each_client(self):
        pull = self.client(capabilities={"textDocument": {"diagnostic": {"relatedDocumentSupport": True}}})
        self.assertIn("diagnosticProvider", self.server)
        uri = pull.open(self.folder / "main.tf")
        result = pull.ask("textDocument/diagnostic", {"textDocument": {"uri": uri}})["result"]
        related = result["relatedDocuments"][(self.folder / "variables.tf").as_uri()]
        self.assertEqual(len(related["items"]), 1)
        again = pull.ask("textDocument/diagnostic",
                         {"textDocument": {"uri": uri}, "previousResultId": result["resultId"]})["result"]
        self.assertEqual(again["kind"], "unchanged")
        self.assertEqual([one for one in pull.quiet() if one.get("method") == "textDocument/publishDiagnostics"], [])
        self.client()
        self.assertNotIn("diagnosticProvider", self.server)

    def test_a_changed_file_on_disk_counts(self):
        client = self.client()
        client.open(self.folder / "main.tf")
        variables = self.folder / "variables.tf"
        self.assertEqual(len(client.diagnostics(variables.as_uri())["diagnostics"]), 1)
        variables.write_bytes(project.VARIABLES.replace("25 }", "587 }").encode())
        client.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": variables.as_uri(), "type": 2}]})
        self.assertEqual(client.diagnostics(variables.as_uri())["diagnostics"], [])

    def test_a_cancelled_request_is_answered(self):
        client = self.client()
        uri = client.open(self.folder / "main.tf")
        request = client.begin("textDocument/hover", {"textDocument": {"uri": uri},
                                                      "position": {"line": 0, "character": 0}})
        client.notify("$/cancelRequest", {"id": request})
        client.notify("$/cancelRequest", {"id": 4711})
        response = client.response_to(request)
        self.assertTrue("result" in response or code(response) == -32800)

    def test_several_folders_are_several_workspaces(self):
        with tempfile.TemporaryDirectory() as other:
            second = project.make(Path(other))
            client = self.client()
            first = client.diagnostics(client.open(self.folder / "variables.tf"))["diagnostics"]
            client.notify("workspace/didChangeWorkspaceFolders",
                          {"event": {"added": [{"uri": second.as_uri(), "name": "second"}], "removed": []}})
            self.assertEqual(client.diagnostics(client.open(second / "variables.tf"))["diagnostics"], first)

    def test_wrong_options_are_said_once(self):
        client = self.enterContext(Client(BINARY))
        client.initialize(self.folder, options={"subscriptoin": "pay-as-you-go"})
        uri = client.open(self.folder / "main.tf")
        message = client.wait_for(lambda one: one.get("method") == "window/showMessage")["params"]["message"]
        self.assertIn("did you mean `subscription`", message)
        client.change(uri, 2, {"text": project.MAIN + "\n"})
        self.assertEqual([one for one in client.quiet() if one.get("method") == "window/showMessage"], [])

    def test_options_of_the_editor_beat_the_file(self):
        (self.folder / ".smtplint.yaml").write_text("subscription: enterprise-agreement\n")
        client = self.enterContext(Client(BINARY))
        client.initialize(self.folder)
        uri = client.open(self.folder / "variables.tf")
        codes = [one["severity"] for one in client.diagnostics(uri)["diagnostics"]]
        self.assertNotIn(1, codes)
        other = self.client()
        self.assertEqual(other.diagnostics(other.open(self.folder / "variables.tf"))["diagnostics"][0]["severity"], 1)

    def test_the_same_findings_as_the_command_line(self):
        report = subprocess.run([BINARY, "check", "--subscription", "pay-as-you-go", "--format", "json"],
                                cwd=self.folder, capture_output=True, text=True)
        expected = [(one["rule"], one["message"]) for one in json.loads(report.stdout)["findings"]]
        client = self.client(capabilities={"textDocument": {"publishDiagnostics": {"relatedInformation": True}}})
        found = client.diagnostics(client.open(self.folder / "variables.tf"))["diagnostics"]
        self.assertEqual([(one["code"], one["message"]) for one in found], expected)


if __name__ == "__main__":
    unittest.main()
