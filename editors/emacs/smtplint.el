;;; smtplint.el --- smtplint with eglot  -*- lexical-binding: t -*-

;; (load "smtplint.el"), then `M-x eglot' in a Terraform file, or
;;   (add-hook 'smtplint-mode-hook #'eglot-ensure)
;; Where `terraform-mode' is installed it is used; else `smtplint-mode' takes the files.

;;; Code:

(require 'eglot)

(defvar smtplint-command '("smtplint" "lsp")
  "The server, with an absolute path where it is not on the path of programs.")

(defvar smtplint-options nil
  "Options as in `.smtplint.yaml', which they beat: (:subscription \"pay-as-you-go\").")

(define-derived-mode smtplint-mode conf-mode "smtplint"
  "Files of Terraform, where no other mode is installed for them."
  (setq-local comment-start "#"))

(unless (fboundp 'terraform-mode)
  (add-to-list 'auto-mode-alist '("\\.\\(tf\\|tofu\\|tfvars\\)\\'" . smtplint-mode)))

(defun smtplint-contact (&rest _)
  "What eglot starts."
  (if smtplint-options
      (append smtplint-command (list :initializationOptions smtplint-options))
    smtplint-command))

(add-to-list 'eglot-server-programs '((terraform-mode smtplint-mode) . smtplint-contact))

(provide 'smtplint)
;;; smtplint.el ends here
