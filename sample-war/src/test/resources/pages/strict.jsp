<%@ page contentType="text/plain; charset=UTF-8" %>proved by ${clerk.userId}
