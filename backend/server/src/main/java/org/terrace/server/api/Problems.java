package org.terrace.server.api;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every failure as a problem response (RFC 9457) with a stable {@code code} and {@code params}. */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler(Refusal.class)
    ResponseEntity<Object> refusal(Refusal refusal) {
        return problem(refusal.status(), refusal.code(), refusal.params());
    }

    @ExceptionHandler(IllegalArgumentException.class)
    ResponseEntity<Object> badArgument(IllegalArgumentException e) {
        return problem(HttpStatus.BAD_REQUEST, "bad_request", Map.of("detail", String.valueOf(e.getMessage())));
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<Object> slip(Exception e) {
        LOG.error("a request failed", e);
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected", Map.of());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMaxUploadSizeExceededException(
            MaxUploadSizeExceededException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return problem(HttpStatus.CONTENT_TOO_LARGE, "upload_too_large", Map.of("limit_mb", 200));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String code = status.value() == 404 ? "not_found" : status.is5xxServerError() ? "unexpected" : "bad_request";
        return problem(
                HttpStatus.valueOf(status.value()),
                code,
                Map.of("what", "page", "value", "", "detail", String.valueOf(e.getMessage())));
    }

    static ResponseEntity<Object> problem(HttpStatus status, String code, Map<String, Object> params) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("urn:terrace:problem:" + code));
        problem.setTitle(code);
        problem.setProperty("code", code);
        problem.setProperty("params", params);
        return ResponseEntity.status(status)
                .header(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .body(problem);
    }
}
