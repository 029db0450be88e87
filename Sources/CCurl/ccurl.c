#include "ccurl.h"

#define CURL_DISABLE_DEPRECATION // the newer names of two options are unknown to libcurl before 7.85
#define CURL_DISABLE_TYPECHECK   // its macros would hide the functions that are loaded here
#include <curl/curl.h>
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

// The functions of libcurl that are used, with the types that its own header gives them.
typedef struct {
    __typeof__(&curl_global_init) global_init;
    __typeof__(&curl_version) version;
    __typeof__(&curl_easy_init) init;
    __typeof__(&curl_easy_setopt) set;
    __typeof__(&curl_easy_perform) perform;
    __typeof__(&curl_easy_getinfo) info;
    __typeof__(&curl_easy_strerror) explain;
    __typeof__(&curl_easy_cleanup) cleanup;
} library;

static library curl;
static int is_loaded;
static char problem[CCURL_MESSAGE];
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void *open_library(void) {
#ifdef __APPLE__
    static const char *const names[] = {"libcurl.4.dylib", "/usr/lib/libcurl.4.dylib"};
#else
    static const char *const names[] = {"libcurl.so.4", "libcurl-gnutls.so.4"};
#endif
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        void *handle = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
        if (handle) return handle;
    }
    return NULL;
}

static void load(void) {
    void *handle = open_library();
    if (handle) {
        curl.global_init = (__typeof__(curl.global_init))dlsym(handle, "curl_global_init");
        curl.version = (__typeof__(curl.version))dlsym(handle, "curl_version");
        curl.init = (__typeof__(curl.init))dlsym(handle, "curl_easy_init");
        curl.set = (__typeof__(curl.set))dlsym(handle, "curl_easy_setopt");
        curl.perform = (__typeof__(curl.perform))dlsym(handle, "curl_easy_perform");
        curl.info = (__typeof__(curl.info))dlsym(handle, "curl_easy_getinfo");
        curl.explain = (__typeof__(curl.explain))dlsym(handle, "curl_easy_strerror");
        curl.cleanup = (__typeof__(curl.cleanup))dlsym(handle, "curl_easy_cleanup");
        is_loaded = curl.global_init && curl.version && curl.init && curl.set && curl.perform && curl.info &&
                    curl.explain && curl.cleanup && curl.global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    }
    if (!is_loaded) {
        const char *reason = dlerror();
        snprintf(problem, sizeof problem, "%s", reason ? reason : "libcurl does not start");
    }
}

const char *ccurl_version(char message[CCURL_MESSAGE]) {
    pthread_once(&once, load);
    memcpy(message, problem, CCURL_MESSAGE);
    return is_loaded ? curl.version() : NULL;
}

typedef struct {
    const ccurl_request *request;
    CURL *handle;
} transfer;

static size_t on_write(char *bytes, size_t size, size_t count, void *context) {
    transfer *t = context;
    long status = 0;
    curl_off_t expected = -1;
    curl.info(t->handle, CURLINFO_RESPONSE_CODE, &status);
    curl.info(t->handle, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &expected);
    int goes_on = t->request->on_bytes(t->request->context, status, expected, (const uint8_t *)bytes, size * count);
    return goes_on ? size * count : 0;
}

static void configure(CURL *handle, const ccurl_request *request, transfer *t, char message[CURL_ERROR_SIZE]) {
    long start = CURLPROTO_HTTPS | (request->plain_start ? CURLPROTO_HTTP : 0);
    long later = CURLPROTO_HTTPS | (request->plain_redirects ? CURLPROTO_HTTP : 0);
    curl.set(handle, CURLOPT_ERRORBUFFER, message);
    curl.set(handle, CURLOPT_URL, request->url);
    curl.set(handle, CURLOPT_USERAGENT, request->agent);
    curl.set(handle, CURLOPT_PROTOCOLS, start);
    curl.set(handle, CURLOPT_REDIR_PROTOCOLS, later);
    curl.set(handle, CURLOPT_FOLLOWLOCATION, 1L);
    curl.set(handle, CURLOPT_MAXREDIRS, request->redirects);
    curl.set(handle, CURLOPT_FAILONERROR, 1L);
    curl.set(handle, CURLOPT_NOSIGNAL, 1L);
    curl.set(handle, CURLOPT_CONNECTTIMEOUT, request->connect_seconds);
    curl.set(handle, CURLOPT_LOW_SPEED_TIME, request->stall_seconds);
    curl.set(handle, CURLOPT_LOW_SPEED_LIMIT, request->stall_bytes_per_second);
    curl.set(handle, CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)request->largest);
    curl.set(handle, CURLOPT_WRITEFUNCTION, on_write);
    curl.set(handle, CURLOPT_WRITEDATA, t);
    if (request->is_local) curl.set(handle, CURLOPT_NOPROXY, "*");
    if (request->certificates) {
        curl.set(handle, CURLOPT_CAINFO, request->certificates);
        curl.set(handle, CURLOPT_PROXY_CAINFO, request->certificates);
    }
}

static ccurl_outcome outcome_of(CURLcode code) {
    switch (code) {
    case CURLE_OK: return CCURL_OK;
    case CURLE_HTTP_RETURNED_ERROR: return CCURL_STATUS;
    case CURLE_OPERATION_TIMEDOUT: return CCURL_TIMEOUT;
    case CURLE_PARTIAL_FILE:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
    case CURLE_GOT_NOTHING:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM: return CCURL_CUT;
    case CURLE_UNSUPPORTED_PROTOCOL: return CCURL_FORBIDDEN;
    case CURLE_TOO_MANY_REDIRECTS: return CCURL_REDIRECTS;
    case CURLE_FILESIZE_EXCEEDED: return CCURL_TOO_LARGE;
    case CURLE_WRITE_ERROR: return CCURL_STOPPED;
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT:
    case CURLE_SSL_CONNECT_ERROR: return CCURL_UNREACHABLE;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE: return CCURL_UNTRUSTED;
    default: return CCURL_OTHER;
    }
}

ccurl_result ccurl_get(const ccurl_request *request) {
    ccurl_result result = {.outcome = CCURL_NO_LIBRARY};
    if (!ccurl_version(result.message)) return result;
    CURL *handle = curl.init();
    if (!handle) return (ccurl_result){.outcome = CCURL_OTHER, .message = "libcurl gives no handle"};
    transfer t = {.request = request, .handle = handle};
    char message[CURL_ERROR_SIZE] = "";
    configure(handle, request, &t, message);
    char range[32];
    if (request->offset > 0) {
        snprintf(range, sizeof range, "%lld-", (long long)request->offset);
        curl.set(handle, CURLOPT_RANGE, range);
    }
    CURLcode code = curl.perform(handle);
    result.outcome = outcome_of(code);
    curl.info(handle, CURLINFO_RESPONSE_CODE, &result.status);
    // A connection that never stood up is another matter than one that fell silent.
    double connected = 0;
    curl.info(handle, CURLINFO_PRETRANSFER_TIME, &connected);
    if (result.outcome == CCURL_TIMEOUT && connected == 0) result.outcome = CCURL_UNREACHABLE;
    snprintf(result.message, sizeof result.message, "%s", message[0] ? message : curl.explain(code));
    curl.cleanup(handle);
    return result;
}
