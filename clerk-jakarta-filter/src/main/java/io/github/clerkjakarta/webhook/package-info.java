/**
 * What Clerk tells an application by itself: webhooks, their verification, and the servlet that
 * receives them.
 */
@NullMarked
package io.github.clerkjakarta.webhook;

import org.jspecify.annotations.NullMarked;
