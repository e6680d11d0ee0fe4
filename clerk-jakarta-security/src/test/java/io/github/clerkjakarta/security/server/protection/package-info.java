/** An application whose rules stand as annotations where the work is done. */
package io.github.clerkjakarta.security.server.protection;
