/** What docs/roles-and-permissions.md shows. */
package io.github.clerkjakarta.security.example;
