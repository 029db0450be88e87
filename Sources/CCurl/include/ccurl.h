// One GET request over HTTPS, by libcurl.
//
// libcurl brings two dozen libraries along: linked into the program they would add 4.5 ms to every start, `course
// --help` included. So it is loaded when the first download begins, and its options, which are variadic C, are set
// here.
#pragma once
#include <stddef.h>
#include <stdint.h>

enum { CCURL_MESSAGE = 256 }; // bytes for a message, its end included

typedef enum {
    CCURL_OK = 0,
    CCURL_NO_LIBRARY,   // libcurl is not on this machine
    CCURL_UNREACHABLE,  // no address, no connection
    CCURL_UNTRUSTED,    // no certificate that is trusted here
    CCURL_STATUS,       // the server answered with result->status, 400 or more
    CCURL_TIMEOUT,      // too slow for too long
    CCURL_CUT,          // the connection ended before the body did
    CCURL_FORBIDDEN,    // an address or a redirect that is not HTTPS
    CCURL_REDIRECTS,    // one redirect after another
    CCURL_TOO_LARGE,    // the server announces more than request->largest
    CCURL_STOPPED,      // on_bytes returned 0
    CCURL_OTHER
} ccurl_outcome;

typedef struct {
    const char *url;
    const char *agent;
    const char *certificates; // a PEM file of authorities to trust instead of the system's; NULL for those
    int is_local;             // this machine is asked, past any proxy
    int64_t offset;  // of the first byte that is asked for
    int64_t largest; // bytes that may follow it
    long connect_seconds;
    long stall_seconds;          // how long the connection may stay under
    long stall_bytes_per_second; // this many bytes a second
    long redirects;
    int plain_start, plain_redirects; // HTTP without TLS: for tests on the loopback interface alone
    void *context;
    // Bytes of a body whose status is 200 (from its beginning) or 206 (from the offset). `expected` counts what the
    // server announced for this answer, -1 where it did not. 0 stops the transfer.
    int (*on_bytes)(void *context, long status, int64_t expected, const uint8_t *bytes, size_t count);
} ccurl_request;

typedef struct {
    ccurl_outcome outcome;
    long status;
    char message[CCURL_MESSAGE]; // what libcurl said
} ccurl_result;

// Sends a request and waits until it has ended, whichever way.
ccurl_result ccurl_get(const ccurl_request *request);

// The version of the libcurl that would be used, or NULL where there is none; the message then says what the loader
// said.
const char *ccurl_version(char message[CCURL_MESSAGE]);
