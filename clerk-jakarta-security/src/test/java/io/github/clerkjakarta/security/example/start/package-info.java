/** What a reader of docs/jakarta-security.md and docs/coming-from-form-login.md writes. */
package io.github.clerkjakarta.security.example.start;
