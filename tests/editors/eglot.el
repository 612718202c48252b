;;; eglot.el --- Emacs with the configuration of editors/emacs on a project  -*- lexical-binding: t -*-

;; The environment says where the project is and which program is the server.

;;; Code:

(require 'ert)
(require 'flymake)
(load (getenv "CONFIGURATION") nil t)

(setq smtplint-command (list (getenv "SMTPLINT") "lsp")
      smtplint-options '(:subscription "pay-as-you-go")
      eglot-send-changes-idle-time 0
      eglot-sync-connect 10)

(defun wait-until (what condition)
  "Process what arrives until CONDITION holds; fail with WHAT where it does not."
  (with-timeout (8 (ert-fail what))
    (while (not (funcall condition))
      (accept-process-output nil 0.05)
      (flymake-start))))

(ert-deftest finding-is-shown-and-goes ()
  (let ((default-directory (getenv "PROJECT")))
    (find-file "main.tf")
    (call-interactively #'eglot)
    (find-file "variables.tf")
    (unless (eglot-managed-p) (call-interactively #'eglot))
    (wait-until "a finding is shown" (lambda () (= 1 (length (flymake-diagnostics)))))
    (let ((finding (car (flymake-diagnostics))))
      (should (equal "25" (buffer-substring (flymake-diagnostic-beg finding) (flymake-diagnostic-end finding))))
      (should (eq 'eglot-error (flymake-diagnostic-type finding)))
      (should (string-match-p "via main.tf:" (flymake-diagnostic-text finding)))
      (goto-char (flymake-diagnostic-beg finding))
      (should (string-match-p "smtp.sendgrid.net:25"
                              (plist-get (plist-get (jsonrpc-request (eglot-current-server) :textDocument/hover
                                                                     (eglot--TextDocumentPositionParams))
                                                    :contents)
                                         :value)))
      (delete-region (flymake-diagnostic-beg finding) (flymake-diagnostic-end finding))
      (insert "587"))
    (eglot--signal-textDocument/didChange)
    (wait-until "the finding goes with the edit" (lambda () (null (flymake-diagnostics))))
    (set-buffer-modified-p nil)))

;;; eglot.el ends here
