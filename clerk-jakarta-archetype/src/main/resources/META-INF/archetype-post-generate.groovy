// Pages are there in both languages; those of the other one go.
def other = request.properties['view'] == 'facelets' ? '.jsp' : '.xhtml'
new File(request.outputDirectory, request.artifactId + '/src/main/webapp')
    .eachFile { if (it.name.endsWith(other)) it.delete() }
