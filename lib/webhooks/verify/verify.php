<?php

const SECRET = 'the secret set in Chatside';

/** $headers: names in lower case; $body: the raw request, file_get_contents('php://input'). */
function is_genuine(array $headers, string $body, string $secret = SECRET, int $tolerance = 300): bool
{
    $timestamp = $headers['webhook-timestamp'] ?? '';
    if (!ctype_digit($timestamp) || abs(time() - (int) $timestamp) > $tolerance) {
        return false;
    }
    $key = str_starts_with($secret, 'whsec_') ? base64_decode(substr($secret, 6)) : $secret;
    $signed = ($headers['webhook-id'] ?? '') . '.' . $timestamp . '.' . $body;
    $expected = 'v1,' . base64_encode(hash_hmac('sha256', $signed, $key, true));
    foreach (explode(' ', $headers['webhook-signature'] ?? '') as $given) {
        if (hash_equals($expected, $given)) {
            return true;
        }
    }
    return false;
}

/** The same check with the signature earlier receivers know. */
function is_genuine_wazion(array $headers, string $body, string $secret = SECRET): bool
{
    $expected = hash_hmac('sha256', $body, $secret);
    return hash_equals($expected, $headers['x-wazion-signature'] ?? '');
}
