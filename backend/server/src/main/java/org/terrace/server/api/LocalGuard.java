package org.terrace.server.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Who may ask. On loopback: only pages of this very server, so that no other web page that the user has open can reach it, by a
 * name that points here or by a form sent from elsewhere. Opened to a network: whoever has entered the code printed at the start.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class LocalGuard extends OncePerRequestFilter {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    static final String COOKIE = "terrace_access";

    private final String accessCode;
    private final String instance;

    /**
     * @param accessCode empty = loopback only
     * @param instance what a command sends that means this very server, and not another that has taken its port
     */
    LocalGuard(@Value("${terrace.access-code:}") String accessCode, @Value("${terrace.instance:}") String instance) {
        this.accessCode = accessCode;
        this.instance = instance;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String host = request.getServerName().toLowerCase(Locale.ROOT);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        response.setHeader("Referrer-Policy", "same-origin");
        if (accessCode.isEmpty() && !LOOPBACK.contains(host)) {
            refuse(response, "host_refused");
        } else if (!READING.contains(request.getMethod()) && isForeign(request)) {
            refuse(response, "origin_refused");
        } else if (!accessCode.isEmpty() && !hasEntered(request)) {
            askForCode(request, response);
        } else if (isMeantForAnother(request)) {
            response.setStatus(409);
            problem(response, 409, "other_instance");
        } else {
            chain.doFilter(request, response);
        }
    }

    /** A writing request must come from a page of this server; programs that are no browser send no origin. */
    private static boolean isForeign(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        if (origin == null) {
            String site = request.getHeader("Sec-Fetch-Site");
            return site != null && !site.equals("same-origin") && !site.equals("none");
        }
        try {
            URI uri = URI.create(origin);
            String asked = request.getHeader("Host");
            return uri.getAuthority() == null || !uri.getAuthority().equalsIgnoreCase(asked);
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    private boolean isMeantForAnother(HttpServletRequest request) {
        String meant = request.getHeader("X-Terrace-Instance");
        return meant != null && !meant.equals(instance);
    }

    private boolean hasEntered(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(COOKIE) && same(cookie.getValue())) {
                    return true;
                }
            }
        }
        return same(request.getHeader("X-Terrace-Access"));
    }

    private boolean same(@Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        given.strip().getBytes(StandardCharsets.UTF_8), accessCode.getBytes(StandardCharsets.UTF_8));
    }

    private void askForCode(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getMethod().equals("POST") && request.getRequestURI().equals("/access")) {
            if (same(request.getParameter("code"))) {
                Cookie cookie = new Cookie(COOKIE, accessCode);
                cookie.setHttpOnly(true);
                cookie.setSecure(true);
                cookie.setPath("/");
                cookie.setAttribute("SameSite", "Strict");
                response.addCookie(cookie);
                response.sendRedirect("./");
                return;
            }
            pause();
        }
        if (request.getRequestURI().startsWith("/api/")
                || request.getRequestURI().startsWith("/tiles/")) {
            response.setStatus(401);
            problem(response, 401, "access_code_needed");
            return;
        }
        response.setStatus(401);
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter()
                .write("<!doctype html><meta charset=utf-8><meta name=viewport content='width=device-width'>"
                        + "<title>Terrace</title><form method=post action=access style='margin:20vh auto;width:20em;"
                        + "font:16px sans-serif'><label>Access code · 访问码<br><input name=code autofocus "
                        + "autocomplete=off style='font-size:1.4em;width:100%'></label><p><button>OK</button></form>");
    }

    /** Guessing costs time. */
    private static void pause() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void refuse(HttpServletResponse response, String code) throws IOException {
        response.setStatus(403);
        problem(response, 403, code);
    }

    private static void problem(HttpServletResponse response, int status, String code) throws IOException {
        response.setContentType("application/problem+json");
        response.getWriter()
                .write("{\"type\":\"urn:terrace:problem:" + code + "\",\"title\":\"" + code + "\",\"status\":" + status
                        + ",\"code\":\"" + code + "\",\"params\":{}}");
    }
}
