#!/bin/bash
A=(x "y z")
f() { echo "$1 ${A[@]}" | tee -a /etc/a; }
f b || exit 1
cat > /etc/postfix/main.cf <<-EOF
	relayhost = [$R]:${P:-25}
	EOF
if [ -n "$X" ]; then sed -i "s|a|b\\[c\\]|" /etc/x; elif y; then z; else for i in 1 2; do q $i; done; fi
case $X in a) b;; *) c;; esac
bash -c "d $(e)"
printf "%s\n" x
