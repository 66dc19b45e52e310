<#list guests as guest><p>${guest.name}</p></#list>
