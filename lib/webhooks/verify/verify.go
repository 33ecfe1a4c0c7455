package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"net/http"
	"strconv"
	"strings"
	"time"
)

const secret = "the secret set in Chatside"

// isGenuine takes the raw body of the request, before any parsing.
func isGenuine(header http.Header, body []byte, secret string, tolerance time.Duration) bool {
	timestamp := header.Get("webhook-timestamp")
	seconds, err := strconv.ParseInt(timestamp, 10, 64)
	if err != nil || time.Since(time.Unix(seconds, 0)).Abs() > tolerance {
		return false
	}
	key := []byte(secret)
	if strings.HasPrefix(secret, "whsec_") {
		if key, err = base64.StdEncoding.DecodeString(secret[len("whsec_"):]); err != nil {
			return false
		}
	}
	signed := header.Get("webhook-id") + "." + timestamp + "." + string(body)
	expected := "v1," + base64.StdEncoding.EncodeToString(sign(key, []byte(signed)))
	for _, given := range strings.Split(header.Get("webhook-signature"), " ") {
		if hmac.Equal([]byte(expected), []byte(given)) {
			return true
		}
	}
	return false
}

// isGenuineWazion is the same check with the signature earlier receivers know.
func isGenuineWazion(header http.Header, body []byte, secret string) bool {
	expected := hex.EncodeToString(sign([]byte(secret), body))
	return hmac.Equal([]byte(expected), []byte(header.Get("X-WAzion-Signature")))
}

func sign(key, message []byte) []byte {
	mac := hmac.New(sha256.New, key)
	mac.Write(message)
	return mac.Sum(nil)
}
