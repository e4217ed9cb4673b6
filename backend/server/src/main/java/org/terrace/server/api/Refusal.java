package org.terrace.server.api;

import java.util.Map;
import org.springframework.http.HttpStatus;

/** A request that cannot be answered: a stable code and the values of its sentence, which the map finds in its words. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;
    private final transient Map<String, Object> params;

    private Refusal(HttpStatus status, String code, Map<String, Object> params) {
        super(code + " " + params);
        this.status = status;
        this.code = code;
        this.params = Map.copyOf(params);
    }

    public static Refusal notFound(String what, String value) {
        return new Refusal(HttpStatus.NOT_FOUND, "not_found", Map.of("what", what, "value", value));
    }

    public static Refusal badRequest(String code, Map<String, Object> params) {
        return new Refusal(HttpStatus.BAD_REQUEST, code, params);
    }

    public static Refusal conflict(String code, Map<String, Object> params) {
        return new Refusal(HttpStatus.CONFLICT, code, params);
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }

    Map<String, Object> params() {
        return params;
    }
}
