// Debian's static libgit2 expects GSSAPI and libssh2, of which there are no static archives. Only local repositories
// are opened, so that none of these is ever called; each answers with libgit2's "error" all the same.
int git_http_auth_negotiate(void **out, const void *url) { (void)out; (void)url; return -1; }
int git_smart_subtransport_ssh(void **out, void *owner, void *payload) { (void)out; (void)owner; (void)payload; return -1; }
int git_transport_ssh_with_paths(void **out, void *owner, void *payload) { (void)out; (void)owner; (void)payload; return -1; }
int git_transport_ssh_global_init(void) { return 0; }
