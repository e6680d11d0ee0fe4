${pageContext.request.method}
