// Calls as a program with the key does: without the cookies of whoever is signed in.
document.querySelector('#try').addEventListener('submit', async event => {
  event.preventDefault();
  const answer = document.querySelector('#answer');
  answer.textContent = '…';
  const response = await fetch('api/reports', {
    credentials: 'omit',
    headers: { Accept: 'application/json', Authorization: `Bearer ${event.target.elements.key.value}` },
  });
  answer.textContent = `${response.status} ${response.ok ? await response.text() : 'refused'}`;
});
